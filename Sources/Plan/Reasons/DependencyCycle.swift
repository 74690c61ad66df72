import Facts
package import Objects

/// Why there is no plan: objects that wait for each other in a circle.
package struct DependencyCycle: Error, Fact, Hashable {
  /// Each waits for the one before it, the first for the last.
  package let objects: [ObjectReference]

  /// The codes of this topic.
  package enum Code: String, FactCode {
    /// Objects wait for each other in a circle.
    case circle = "plan.dependency-cycle"
  }

  package var code: Code { .circle }
}
