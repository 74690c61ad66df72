extension Record {
  /// The table as one topology has it: the keys of others are set aside, to be refused by name.
  func narrowed(to topology: Topology) -> Record {
    var copy = self
    copy.keys = keys.filter { $0.topologies.isEmpty || $0.topologies.contains(topology) }
    for key in keys where copy[key.name] == nil {
      copy.foreign[key.name, default: []] += key.topologies
    }
    for index in copy.keys.indices {
      copy.keys[index].shape = copy.keys[index].shape.narrowed(to: topology)
    }
    return copy
  }
}

extension Shape {
  /// Without the keys of other topologies, which are remembered as foreign.
  fileprivate func narrowed(to topology: Topology) -> Shape {
    switch self {
    case .record(let record): .record(record.narrowed(to: topology))
    case .word(let word, let record): .word(word, or: record.narrowed(to: topology))
    case .short(let form, let record): .short(form, or: record.narrowed(to: topology))
    case .records(let keys, let record): .records(keys: keys, record.narrowed(to: topology))
    case .list(let element): .list(of: element.narrowed(to: topology))
    case .text, .flag, .count, .choice, .platform, .map, .anything, .oneOrMore, .value: self
    }
  }
}
