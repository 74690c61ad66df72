import Objects

/// What is told of one cluster: its objects in blocks of those to which the same is done.
struct ClusterSection {
  /// The cluster's name in the fleet.
  let cluster: String
  /// In the order in which the first of each may be applied.
  private(set) var blocks: [Block] = []

  /// Objects with the one thing that is done with all of them.
  struct Block {
    let done: WhatIsDone
    var objects: [ObjectReference]
  }

  /// What is done with an object, without the object.
  struct WhatIsDone: Hashable {
    let action: Action
    let consequence: Consequence?
    let notes: [Note]
    let obstacles: [Obstacle]
    let unreadiness: ReadinessReason?
    let fields: [DisplayedField]
    let handOffs: [DisplayedHandOff]

    init(_ change: DisplayedChange) {
      action = change.action
      consequence = change.consequence
      notes = change.notes
      obstacles = change.obstacles
      unreadiness = change.unreadiness
      fields = change.fields
      handOffs = change.handOffs
    }
  }

  /// `folds`: whether objects with which the same is done come together; else each stands alone.
  init(_ cluster: String, _ changes: [DisplayedChange], folds: Bool) {
    self.cluster = cluster
    var places: [WhatIsDone: Int] = [:]
    for change in changes {
      let done = WhatIsDone(change)
      if folds, let place = places[done] {
        blocks[place].objects.append(change.reference)
      } else {
        places[done] = blocks.count
        blocks.append(Block(done: done, objects: [change.reference]))
      }
    }
  }

  /// What alike clusters have in common: the objects and which fields, notes and hand-offs they have,
  /// without the values of these.
  var shape: [AnyHashable] { blocks.map { AnyHashable(shape(of: $0)) } }

  private struct Shape: Hashable {
    let action: Action
    let consequence: Consequence?
    let objects: [ObjectReference]
    let notes: [Note.Code]
    let obstacles: [Obstacle.Code]
    let unreadiness: ReadinessReason.Code?
    let fields: [String]
    let handOffs: [String]
  }

  private func shape(of block: Block) -> Shape {
    Shape(
      action: block.done.action,
      consequence: block.done.consequence,
      objects: block.objects.map { $0.naming(cluster, as: "") },
      notes: block.done.notes.map(\.code),
      obstacles: block.done.obstacles.map(\.code),
      unreadiness: block.done.unreadiness?.code,
      fields: block.done.fields.map(\.shape),
      handOffs: block.done.handOffs.map(\.path),
    )
  }
}

extension DisplayedField {
  /// Which field, and whether it comes, goes or changes.
  fileprivate var shape: String {
    "\(path) \(before == nil ? "" : "-")\(after == nil ? "" : "+") \(lines.isEmpty)"
  }
}
