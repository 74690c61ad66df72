/// The members of a JSON object, in the order in which they were first set.
///
/// Most Kubernetes objects have a handful of keys, for which a scan is faster and smaller than
/// hashing; the table of positions appears only past `scanLimit` members.
package struct JSONObject: Sendable {
  /// A key and its value.
  package struct Member: Hashable, Sendable {
    package let key: String
    package var value: JSON
  }

  private static let scanLimit = 16

  /// In the order of the text, or in which they were set.
  package private(set) var members: [Member] = []
  /// By the bytes of the key: Swift takes different spellings of a character for one, JSON does not.
  private var positions: [[UInt8]: Int]?

  package init() {}

  /// Of members with one key, the last value wins and the first place is kept.
  package init(_ pairs: some Sequence<(String, JSON)>) {
    members.reserveCapacity(pairs.underestimatedCount)
    for (key, value) in pairs { self[key] = value }
  }

  /// Without the room that growing has left for more members: what has been read gets none.
  var trimmed: JSONObject {
    guard members.capacity > members.count else { return self }
    var object = self
    object.members = members.map(\.self)
    return object
  }

  package var isEmpty: Bool { members.isEmpty }
  package var count: Int { members.count }
  /// In the members' order.
  package var keys: [String] { members.map(\.key) }

  /// The value of a key.
  ///
  /// Setting nil removes the member, in time linear to the count.
  package subscript(key: String) -> JSON? {
    get { position(of: key).map { members[$0].value } }
    set {
      switch (position(of: key), newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil): remove(at: place)
      case (nil, let value?): append(Member(key: key, value: value))
      case (nil, nil): break
      }
    }
  }

  private func position(of key: String) -> Int? {
    if let positions { return positions[Array(key.utf8)] }
    // By place: a search that is handed whole members counts the references of each.
    return members.indices.first { members[$0].key.isExactly(key) }
  }

  private mutating func append(_ member: Member) {
    positions?[Array(member.key.utf8)] = members.count
    members.append(member)
    if positions == nil, members.count > Self.scanLimit { index() }
  }

  private mutating func remove(at place: Int) {
    members.remove(at: place)
    if positions != nil { index() }
  }

  private mutating func index() {
    positions = Dictionary(
      uniqueKeysWithValues: members.enumerated().map { (Array($0.element.key.utf8), $0.offset) }
    )
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, JSON)...) { self.init(elements) }
}

extension JSONObject: Sequence {
  package func makeIterator() -> IndexingIterator<[Member]> { members.makeIterator() }
}

extension JSONObject: Hashable {
  /// Whatever the order: to JSON it means nothing.
  package static func == (left: JSONObject, right: JSONObject) -> Bool {
    guard left.count == right.count else { return false }
    return left.members.allSatisfy { right[$0.key] == $0.value }
  }

  package func hash(into hasher: inout Hasher) {
    // A sum does not depend on the order of the members.
    hasher.combine(members.reduce(0) { $0 &+ $1.hashValue })
  }
}
