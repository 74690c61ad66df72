import JSON

extension Patch {
  /// In the file's own form; what it fits is decided when objects are rendered.
  init(_ section: Section) throws(SchemaGap) {
    self.init(target: try Target(section.section("target")), change: try Change(section))
  }
}

extension Patch.Target {
  init(_ section: Section) throws(SchemaGap) {
    self.init(
      kinds: section.oneOrMore("kind"),
      name: section.optionalText("name").map { NamePattern($0) },
      labels: try section.map("labels"),
      cluster: section.optionalText("cluster").map { NamePattern($0) },
      group: section.optionalText("group"),
    )
  }
}

extension Patch.Change {
  init(_ section: Section) throws(SchemaGap) {
    guard let merge = section.optionalMapping("merge") else {
      self = .operations(
        try section.sections("ops").map { operation throws(SchemaGap) in
          try JSONOperation(operation)
        }
      )
      return
    }
    self = section.optionalText("type") == "merge" ? .merge(merge) : .strategic(merge)
  }
}

extension JSONOperation {
  init(_ section: Section) throws(SchemaGap) {
    let path = try section.pointer("path")
    let value = section.optionalMapping("value") ?? .null
    switch try section.text("op") {
    case "add": self = .add(path, value)
    case "remove": self = .remove(path)
    case "replace": self = .replace(path, value)
    case "move": self = .move(from: try section.pointer("from"), to: path)
    case "copy": self = .copy(from: try section.pointer("from"), to: path)
    case "test": self = .test(path, value)
    default: throw SchemaGap(key: "op")
    }
  }
}

extension Section {
  fileprivate func pointer(_ key: String) throws(SchemaGap) -> JSONPointer {
    guard let pointer = JSONPointer(try text(key)) else { throw SchemaGap(key: key) }
    return pointer
  }
}
