/// A number of things, as people write it: `1 problem`, `2 problems`.
package struct Count: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  /// `many` is the plural, where it is not the singular and an `s`.
  package init(_ number: Int, _ one: String, many: String? = nil) {
    description = "\(number) \(number == 1 ? one : many ?? one + "s")"
  }
}
