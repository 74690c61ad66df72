package import Facts
package import JSON
package import Objects

/// What else is in a namespace that a fleet lives in, or of a kind that it has defined.
package struct Holding: Sendable {
  /// The volume claims of the fleet's pods, as they are live.
  package var claims: [ObjectReference: JSON]
  /// Objects that are not the fleet's and that nobody makes anew; in no order.
  package var foreign: [ObjectReference]
  /// ClusterServiceVersions of others' operators that own or need a definition.
  package var needers: [ObjectReference]
  /// Why it is not known in full; nil where it is.
  package var unreadable: UnreadableContent?

  package init(
    claims: [ObjectReference: JSON] = [:],
    foreign: [ObjectReference] = [],
    needers: [ObjectReference] = [],
    unreadable: UnreadableContent? = nil,
  ) {
    self.claims = claims
    self.foreign = foreign
    self.needers = needers
    self.unreadable = unreadable
  }
}

/// Why what a namespace or a definition holds is not known in full.
package enum UnreadableContent: Fact, Hashable {
  /// An API group and version that the cluster says it serves and that does not answer.
  case silentGroup(String)
  case request(KubernetesError)
  /// Nobody has asked what it holds.
  case notLookedAt

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case silentGroup = "content.silent-group"
    /// Objects may not be listed.
    case request = "content.unreadable"
    case notLookedAt = "content.not-looked-at"
  }

  package var code: Code {
    switch self {
    case .silentGroup: .silentGroup
    case .request: .request
    case .notLookedAt: .notLookedAt
    }
  }
}

/// A definition that OLM has made for a Subscription of the fleet, and leaves behind when that goes.
package struct BroughtDefinition: Sendable {
  /// The definition.
  package let live: JSON
  /// What it came with.
  package let subscription: ObjectReference

  package init(_ live: JSON, with subscription: ObjectReference) {
    self.live = live
    self.subscription = subscription
  }
}
