/// A release of Thanos whose querier has no settings of TLS for single endpoints.
package struct OldQuerier: Hashable, Sendable {
  package let version: Version

  /// The first release that has them.
  package static let first = Version(0, 42)
}
