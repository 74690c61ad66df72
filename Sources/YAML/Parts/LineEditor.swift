import Facts
import JSON

/// Finds the first place where a text does not mean what it should, and the lines that mend it.
struct LineEditor {
  let lines: TextLines

  /// A mapping or a list in block style, and what is known of its surroundings.
  private struct Block {
    /// The line, from 0, in which something else begins.
    let limit: Int
    /// Whether all in it is ours, so that it may be written anew.
    let isOurs: Bool
  }

  /// One change on the way to `goal`, which the text does not mean yet.
  func step(_ root: Node?, to goal: JSON) throws(PartFlaw) -> LineChange {
    guard let root, let pairs = root.pairs, !pairs.isEmpty else { return whole(root, goal) }
    let block = Block(limit: lines.lines.count, isOurs: false)
    guard let change = try mapping(root, to: goal.objectValue ?? [:], block) else {
      throw .notInLines(line: root.mark.line)
    }
    return change
  }

  /// A text of comments alone, or of an empty mapping, has no lines to keep but the comments.
  private func whole(_ root: Node?, _ goal: JSON) -> LineChange {
    let end = lines.end(of: -1, before: lines.lines.count, depth: 0)
    let start = root.map { $0.mark.line - 1 } ?? end
    let isLast = end == lines.lines.count
    return LineChange(
      range: min(start, end)..<end,
      lines: written(goal, "", 0) + (isLast ? [""] : []),
    )
  }

  // MARK: Mappings

  /// nil where nothing is amiss.
  private func mapping(
    _ node: Node,
    to goal: JSONObject,
    _ block: Block,
  ) throws(PartFlaw) -> LineChange? {
    guard let pairs = node.pairs, let first = pairs.first,
      (first.keyMark.line, first.keyMark.column) == (node.mark.line, node.mark.column),
      // What a merge key adds stands elsewhere, and may be meant in other places, too.
      zip(pairs, pairs.dropFirst()).allSatisfy({ $0.keyMark.line < $1.keyMark.line })
    else { throw .notInLines(line: node.mark.line) }
    for (place, pair) in pairs.enumerated() {
      let next = place + 1 < pairs.count ? pairs[place + 1].keyMark.line - 1 : block.limit
      let within = Block(limit: next, isOurs: block.isOurs)
      guard let value = goal[pair.key] else { return removal(of: pair, within) }
      if pair.value.json != value { return try change(of: pair, to: value, within) }
    }
    let indent = first.keyMark.column - 1
    guard let new = goal.first(where: { node[$0.key] == nil }) else { return nil }
    let end = lines.end(of: node.mark.line - 1, before: block.limit, depth: indent)
    return LineChange(range: end..<end, lines: written([new.key: new.value], nil, indent))
  }

  /// The lines of a key and of all that stands under it.
  private func extent(of pair: Node.Pair, _ block: Block) -> Range<Int> {
    let start = pair.keyMark.line - 1
    return
      start..<max(start, lines.end(of: start, before: block.limit, depth: pair.keyMark.column))
  }

  private func removal(of pair: Node.Pair, _ block: Block) -> LineChange {
    LineChange(range: extent(of: pair, block), lines: [])
  }

  private func change(
    of pair: Node.Pair,
    to goal: JSON,
    _ block: Block,
  ) throws(PartFlaw) -> LineChange {
    let indent = pair.keyMark.column - 1
    var change: LineChange?
    switch (pair.value.content, goal) {
    case (.mapping(let pairs), .object(let goal)) where !pairs.isEmpty && !goal.isEmpty:
      if isBlock(pair.value, block) { change = try mapping(pair.value, to: goal, block) }
    case (.sequence(let elements), .array(let goal)) where !elements.isEmpty && !goal.isEmpty:
      if isBlock(pair.value, block) {
        change = try sequence(pair.value, to: goal, under: indent, block)
      }
    case _ where pair.value.isEmpty: return filling(pair, with: goal, block)
    case (.scalar, _): change = rewritten(pair, goal, block)
    case (.mapping, _), (.sequence, _): break
    }
    if let change { return change }
    guard block.isOurs else { throw .notInLines(line: pair.keyMark.line) }
    return rewritten(pair, goal, block)
  }

  /// Whether lines can be added to it: it is not in braces or brackets, and it stands under its key.
  private func isBlock(_ node: Node, _ block: Block) -> Bool {
    let character = lines.character(node.mark.line - 1, node.mark.column - 1)
    return character != "{" && character != "[" && node.mark.line - 1 < block.limit
  }

  /// A key with its value in new lines, behind whatever stands before the key in its line.
  private func rewritten(_ pair: Node.Pair, _ goal: JSON, _ block: Block) -> LineChange {
    let indent = pair.keyMark.column - 1
    let before = String(lines.lines[pair.keyMark.line - 1].unicodeScalars.prefix(indent))
    return LineChange(
      range: extent(of: pair, block),
      lines: written([pair.key: goal], before, indent),
    )
  }

  /// A value under a key that has none, or an empty one, which goes; a comment in the line stays.
  private func filling(_ pair: Node.Pair, with goal: JSON, _ block: Block) -> LineChange {
    guard let value = goal.objectValue.map(JSON.object) ?? goal.arrayValue.map(JSON.array) else {
      return rewritten(pair, goal, block)
    }
    let range = extent(of: pair, block)
    let indent = pair.keyMark.column - 1
    var kept = Array(lines.lines[range])
    let isWritten = pair.value.scalar?.text.isEmpty != true
    if isWritten, pair.value.mark.line == pair.keyMark.line, let line = kept.first {
      kept[0] = emptied(line, from: pair.value.mark.column - 1)
    }
    let new = written(value, nil, indent + 2)
    return LineChange(range: range, lines: kept + new)
  }

  /// A line without `{}`, `[]`, `null` or `~` at that place.
  private func emptied(_ line: String, from column: Int) -> String {
    let scalars = line.unicodeScalars
    let before = Substring(scalars.prefix(column))
    let comment = scalars.dropFirst(column).firstIndex(of: "#").map { " " + line[$0...] } ?? ""
    return String(before.trimmingSuffix { $0 == " " }) + comment
  }

  // MARK: Lists

  /// nil where elements would have to change places.
  private func sequence(
    _ node: Node,
    to goal: [JSON],
    under keyIndent: Int,
    _ block: Block,
  ) throws(PartFlaw) -> LineChange? {
    let elements = node.elements ?? []
    let dash = node.mark.column - 1
    let wanted = goal.map(\.identity)
    let kept = elements.map(\.json.identity).filter(wanted.contains)
    guard kept == Array(wanted.prefix(kept.count)) else { return nil }
    for (place, element) in elements.enumerated() {
      let start = element.mark.line - 1
      guard lines.character(start, dash) == "-" else { return nil }
      let next = place + 1 < elements.count ? elements[place + 1].mark.line - 1 : block.limit
      guard let value = goal.first(where: { $0.identity == element.json.identity }) else {
        return LineChange(
          range: start..<lines.end(of: start, before: next, depth: dash + 1),
          lines: [],
        )
      }
      if element.json != value, let goal = value.objectValue {
        return try mapping(element, to: goal, Block(limit: next, isOurs: true))
      }
    }
    guard goal.count > kept.count else { return nil }
    let depth = dash == keyIndent ? dash + 1 : dash
    let end = lines.end(of: node.mark.line - 1, before: block.limit, depth: depth)
    return LineChange(range: end..<end, lines: written([goal[kept.count]], nil, dash))
  }

  // MARK: Writing

  /// A value as lines, so many spaces deep; `before` stands at the beginning of the first.
  private func written(_ value: JSON, _ before: String?, _ indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let text = YAML.text(value).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return text.enumerated().map { place, line in
      line.isEmpty ? "" : (place == 0 ? before ?? margin : margin) + line
    }
  }
}

extension Node {
  /// Whether nothing is set by it: null, `{}` or `[]`.
  fileprivate var isEmpty: Bool {
    switch content {
    case .scalar(let scalar): scalar.json == .null
    case .mapping(let pairs): pairs.isEmpty
    case .sequence(let elements): elements.isEmpty
    }
  }
}

extension Substring {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isTrimmed(last) { rest.removeLast() }
    return rest
  }
}
