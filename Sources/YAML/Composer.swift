import Facts

/// Puts a document together from events.
///
/// Bounded on both ways in which a small text becomes a large value: nesting, and aliases of aliases.
/// Aliased nodes are shared, but whoever walks the tree walks every copy, so the copies count.
struct Composer: ~Copyable {
  static let maximumDepth = 100
  static let maximumAliased = 100_000

  private var reader: EventReader
  private var anchors: [String: Anchor] = [:]
  private var aliased = 0

  /// An anchor whose value is whole, or still being read.
  private enum Anchor {
    case open
    case closed(Sized)
  }

  init(_ reader: consuming EventReader) { self.reader = reader }

  /// The next document, or nil at the end of the text.
  mutating func document() throws(YAMLError) -> Node? {
    while true {
      switch try reader.next().content {
      case .streamEnd: return nil
      case .documentStart:
        anchors = [:]
        aliased = 0
        return try node(try reader.next(), depth: 0).node
      default: continue
      }
    }
  }

  /// A node with how many nodes and how many levels it comes to, aliases followed.
  private typealias Sized = (node: Node, size: Int, height: Int)

  /// What an event begins; an alias stands for a copy.
  private mutating func node(_ event: Event, depth: Int) throws(YAMLError) -> Sized {
    guard depth <= Self.maximumDepth else {
      throw YAMLError(.tooDeep(limit: Self.maximumDepth), at: event.mark)
    }
    if let anchor = event.anchor { anchors[anchor] = .open }
    let sized: Sized
    switch event.content {
    case .alias(let name): return try resolve(name, depth: depth, at: event.mark)
    case .scalar(let scalar, _): sized = (Node(.scalar(scalar), at: event.mark), 1, 0)
    case .sequenceStart: sized = try sequence(at: event.mark, depth: depth)
    default: sized = try mapping(at: event.mark, depth: depth)
    }
    if let anchor = event.anchor { anchors[anchor] = .closed(sized) }
    return sized
  }

  /// Up to its end, in the file's order.
  private mutating func sequence(at mark: SourceMark, depth: Int) throws(YAMLError) -> Sized {
    var elements: [Node] = []
    var size = 1
    var height = 0
    while let event = try part() {
      let element = try node(event, depth: depth + 1)
      elements.append(element.node)
      size += element.size
      height = max(height, element.height + 1)
    }
    return (Node(.sequence(elements), at: mark), size, height)
  }

  /// Doubled keys are kept: whoever reads them says which is wrong.
  private mutating func mapping(at mark: SourceMark, depth: Int) throws(YAMLError) -> Sized {
    var pairs: [Node.Pair] = []
    var merged: [Node.Pair] = []
    var size = 1
    var height = 0
    while let event = try part() {
      let isMerge = event.isMergeKey
      let key = isMerge ? "" : try key(event, depth: depth)
      let value = try node(try reader.next(), depth: depth + 1)
      if isMerge {
        merged += try value.node.pairsToMerge(at: event.mark)
      } else {
        pairs.append(Node.Pair(key: key, keyMark: event.mark, value: value.node))
      }
      size += 1 + value.size
      height = max(height, value.height + 1)
    }
    return (Node(.mapping(pairs + merged.absent(from: pairs)), at: mark), size, height)
  }

  /// Text, whatever its form.
  private mutating func key(_ event: Event, depth: Int) throws(YAMLError) -> String {
    guard let key = try node(event, depth: depth + 1).node.scalar else {
      throw YAMLError(.keyNotScalar, at: event.mark)
    }
    return key.text
  }

  /// The next event of the collection that is open, or nil at its end.
  private mutating func part() throws(YAMLError) -> Event? {
    let event = try reader.next()
    if case .end = event.content { return nil }
    return event
  }

  /// A copy of what the anchor names, counted against the limit.
  private mutating func resolve(
    _ name: String,
    depth: Int,
    at mark: SourceMark,
  ) throws(YAMLError) -> Sized {
    switch anchors[name] {
    case nil: throw YAMLError(.unknownAlias(name), at: mark)
    case .open: throw YAMLError(.aliasInsideItself(name), at: mark)
    case .closed(let sized):
      aliased += sized.size
      guard aliased <= Self.maximumAliased else {
        throw YAMLError(.tooManyAliased(limit: Self.maximumAliased), at: mark)
      }
      guard depth + sized.height <= Self.maximumDepth else {
        throw YAMLError(.tooDeep(limit: Self.maximumDepth), at: mark)
      }
      return sized
    }
  }
}
