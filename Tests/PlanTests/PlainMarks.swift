import Objects

extension ValueMarks {
  /// Marks for tests: what a value is about, as identifiers.
  static let plain = ValueMarks(
    sensitive: "(sensitive)",
    unknown: "(known after apply)",
    sensitiveUnknown: "(sensitive, known after apply)",
    pending: { "(known after apply: \($0))" },
    certificate: { "(certificate …\($0.filter { $0 != "=" }.suffix(8)))" },
    configuration: { $1 ? "(changed)" : "(configuration)" },
    cluster: "CLUSTER",
  )
}
