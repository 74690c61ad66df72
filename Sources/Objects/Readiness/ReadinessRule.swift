package import JSON

/// How the readiness of a kind's objects is told.
package enum ReadinessRule: Sendable {
  /// There is nothing to wait for: the object works as soon as it is there.
  case onceThere
  /// By what the live object says.
  case judged(@Sendable (JSON) -> Readiness)
}
