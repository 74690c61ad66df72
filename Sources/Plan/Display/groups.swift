package import Objects
package import Text

extension ChangePlan {
  /// All that is to be told, with what is alike told once.
  ///
  /// `tellsNewFields`: whether the fields of objects that are created are told. `folds`: whether alike
  /// clusters and objects come together; else each cluster and each object stands for itself.
  ///
  /// The secrets are asked for only where there is anything to tell.
  package func groups(
    hiding secrets: @autoclosure () -> SecretTexts,
    _ marks: ValueMarks,
    tellsNewFields: Bool,
    folds: Bool,
    tellsUnready: Bool = false,
  ) -> [ClusterGroup] {
    let told = changes.filter { $0.isTold || tellsUnready && $0.unreadiness != nil }
    guard !told.isEmpty else { return [] }
    let secrets = secrets()
    let byCluster = Dictionary(grouping: told, by: \.reference.cluster)
    let sections = clusters.compactMap { cluster -> ClusterSection? in
      guard let told = byCluster[cluster.name] else { return nil }
      let shown = told.map { change in
        var whole = change.displayed(hiding: secrets, marks, tellsNewFields: tellsNewFields)
        if !tellsUnready { whole.unreadiness = nil }
        return folds ? whole.withoutIdentities : whole
      }
      return ClusterSection(cluster.name, shown, folds: folds)
    }
    guard folds else { return sections.map { ClusterGroup([$0], marks) } }
    return sections.alike.map { ClusterGroup($0, marks) }
  }
}

extension Change {
  /// Whether the plan has anything to say about the object.
  package var isTold: Bool { action != .none || !notes.isEmpty || !obstacles.isEmpty }

  /// Whether it is not known if the object is there.
  package var isUnreadable: Bool {
    obstacles.contains { if case .unreadable = $0 { true } else { false } }
  }
}

extension DisplayedChange {
  /// Without the uids that inventories record: they stand in the plan's header.
  fileprivate var withoutIdentities: DisplayedChange {
    var change = self
    change.handOffs.removeAll { $0.source.field == .uid }
    return change
  }
}

extension [ClusterSection] {
  /// Those of one shape together, in the order of the first of each.
  fileprivate var alike: [[ClusterSection]] {
    var places: [[AnyHashable]: Int] = [:]
    return reduce(into: []) { groups, section in
      if let place = places[section.shape] {
        groups[place].append(section)
      } else {
        places[section.shape] = groups.count
        groups.append([section])
      }
    }
  }
}

extension ClusterGroup {
  /// Sections of one shape; not empty.
  fileprivate init(_ sections: [ClusterSection], _ marks: ValueMarks) {
    clusters = sections.map(\.cluster)
    let first = sections.first?.blocks ?? []
    blocks = first.indices.map { place in
      ChangeBlock(sections.map { ($0.cluster, $0.blocks[place]) }, marks)
    }
  }
}

extension ChangeBlock {
  /// The block that stands at one place of each of the clusters; not empty.
  fileprivate init(
    _ blocks: [(cluster: String, block: ClusterSection.Block)],
    _ marks: ValueMarks,
  ) {
    let block = blocks[0].block
    action = block.done.action
    consequence = block.done.consequence
    objects = block.objects.indices.map { place in
      let object = block.objects[place]
      let isOne = blocks.allSatisfy { $0.block.objects[place].name == object.name }
      return isOne ? object : object.naming(blocks[0].cluster, as: marks.cluster)
    }
    notes = block.done.notes.indices.map { place in
      Spread(blocks.map { ($0.cluster, $0.block.done.notes[place]) })
    }
    obstacles = block.done.obstacles.indices.map { place in
      Spread(blocks.map { ($0.cluster, $0.block.done.obstacles[place]) })
    }
    unreadiness = Spread(
      blocks.compactMap { part in part.block.done.unreadiness.map { (part.cluster, $0) } }
    )
    fields = block.done.fields.indices.map { place in
      Spread(blocks.map { ($0.cluster, $0.block.done.fields[place]) }) { field, cluster in
        field.naming(cluster, as: marks.cluster)
      }
    }
    handOffs = block.done.handOffs.indices.map { place in
      Spread(blocks.map { ($0.cluster, $0.block.done.handOffs[place]) }) { handOff, cluster in
        handOff.naming(cluster, as: marks.cluster)
      }
    }
  }
}
