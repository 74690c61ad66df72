package import Objects

/// Objects to which the same is done, on one cluster or on several that are alike.
package struct ChangeBlock: Sendable {
  /// What is done with each of them.
  package let action: Action
  /// What that means for them, where the action alone does not say it.
  package let consequence: Consequence?
  /// As the first of the clusters calls them, with a mark where a name holds the cluster's own.
  package let objects: [ObjectReference]
  /// What a reader should know.
  package let notes: [Spread<Note>]
  /// What must be mended first.
  package let obstacles: [Spread<Obstacle>]
  /// What an apply would wait for, though it leaves them as they are; no share where they are ready.
  package let unreadiness: Spread<ReadinessReason>
  /// Field by field, in the object's order.
  package let fields: [Spread<DisplayedField>]
  /// What other objects produce for them.
  package let handOffs: [Spread<DisplayedHandOff>]

  /// Whether it is not known if they are there.
  package var isUnreadable: Bool {
    obstacles.contains { spread in
      spread.shares.contains { if case .unreadable = $0.value { true } else { false } }
    }
  }
}

/// Clusters to which the same is done, up to values that are told one by one.
package struct ClusterGroup: Sendable {
  /// By name, in the plan's order; never empty.
  package let clusters: [String]
  /// In the order in which the first of each may be applied.
  package let blocks: [ChangeBlock]
}
