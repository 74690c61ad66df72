/// One row of the table of kinds: how fedctl treats the objects of a kind.
package struct KindPolicy: Sendable {
  /// Whose policy it is; each kind has one row.
  package let kind: ResourceKind
  /// Everything that holds of the kind; what is not here does not.
  package let traits: Set<KindTrait>
  /// When such an object does what it is for.
  package let readiness: ReadinessRule

  init(_ kind: ResourceKind, _ traits: Set<KindTrait>, _ readiness: ReadinessRule) {
    self.kind = kind
    self.traits = traits
    self.readiness = readiness
  }

  /// The policy of a kind, in whatever version; nil for one that fedctl neither renders nor reads.
  package static func of(_ kind: ResourceKind) -> KindPolicy? { byGroupKind[kind.groupKind] }

  private static let byGroupKind = Dictionary(
    all.map { ($0.kind.groupKind, $0) },
    uniquingKeysWith: { $1 },
  )
}
