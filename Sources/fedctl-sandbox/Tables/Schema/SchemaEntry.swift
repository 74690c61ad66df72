import JSON

/// An entry of the table: a form, and what else a definition says of the value.
struct SchemaEntry: Hashable, Sendable {
  let type: SchemaType
  /// Nil for built-in kinds, and where a definition says no more than the form.
  var constraints: Constraints?
}

/// Reads the lines of the table; Scripts/condense-schemas.py says what they mean.
extension SchemaEntry {
  /// A line of the condensed table; `Scripts/condense-schemas.py` says how it is written.
  init(line: Substring) {
    // What is before the mark has no percent sign: names of fields have none.
    guard let mark = line.firstRange(of: " %") else {
      self.init(type: SchemaType(line: line))
      return
    }
    let words = try? JSON(parsing: String(line[mark.upperBound...]))
    self.init(
      type: SchemaType(line: line[..<mark.lowerBound]),
      constraints: words.map(Constraints.init),
    )
  }
}

extension SchemaType {
  /// A line of the condensed table; `Scripts/condense-schemas.py` says how it is written.
  fileprivate init(line: Substring) {
    self =
      switch line.first {
      case "a": .atomic
      case "A": .atomicMap(of: Int(line.dropFirst()) ?? 0)
      case "m": .map(of: Int(line.dropFirst()) ?? 0)
      case "l", "S", "L": Self.list(line)
      case "{": Self.object(line.dropFirst(), isAtomic: false, isOpen: false)
      case "!": Self.object(line.dropFirst(2), isAtomic: true, isOpen: false)
      case "?" where line.count > 1: Self.object(line.dropFirst(2), isAtomic: false, isOpen: true)
      case let letter?: Scalar(rawValue: letter).map(SchemaType.scalar) ?? .anything
      case nil: .anything
      }
  }

  /// A list, and by which keys its items are told apart.
  private static func list(_ line: Substring) -> SchemaType {
    let words = line.split(separator: " ")
    let patchKey = words.last { $0.hasPrefix("~") }.map { String($0.dropFirst()) }
    let merge: ListMerge =
      switch line.first {
      case "S": .set
      case "L": .keyed(words.dropFirst().prefix(1).flatMap(keys))
      default: .replaced
      }
    return .list(of: Int(words.first?.dropFirst() ?? "") ?? 0, merge, patchKey: patchKey)
  }

  /// The keys of a list map, with their defaults.
  private static func keys(_ word: Substring) -> [ListKey] {
    word.split(separator: ",").map { key in
      let parts = key.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return ListKey(name: String(parts[0]), standard: parts.count > 1 ? String(parts[1]) : nil)
    }
  }

  /// An object, its members, and whether it may have others.
  private static func object(_ text: Substring, isAtomic: Bool, isOpen: Bool) -> SchemaType {
    var fields: [String: Int] = [:]
    for field in text.dropLast().split(separator: " ") {
      guard let colon = field.lastIndex(of: ":") else { continue }
      fields[String(field[..<colon])] = Int(field[field.index(after: colon)...])
    }
    return .object(fields: fields, isAtomic: isAtomic, isOpen: isOpen)
  }
}
