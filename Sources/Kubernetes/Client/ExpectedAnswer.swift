import Facts
import JSON
import Objects

/// What a success has to be.
///
/// A proxy's login page, another program at the address, or another cluster's API may answer anything with
/// 200; taken for an object without fields or a list without items it would have fedctl make or forget things.
enum ExpectedAnswer {
  /// This object, as it is stored or would be.
  case object(ObjectReference)
  /// Objects of this kind.
  case list(ResourceKind)
  /// One of the API's own documents, of one of these kinds.
  case document(Set<String>)
  /// What has no kind: the API server's own version.
  case version
  /// The object that is going, or a Status that says so.
  case deletion(ObjectReference)
  /// A watch, whose lines are read one by one.
  case events
  /// What a program behind the API server's proxy says, of so many bytes at most.
  case foreign(limit: Int)

  /// Whether somebody else than the API server gives it.
  var isForeign: Bool {
    if case .foreign = self { true } else { false }
  }

  /// Bytes beyond which an answer is read no further; of a watch, what may wait to be read.
  var sizeLimit: Int {
    switch self {
    case .list: 64 << 20
    case .object, .document, .version, .deletion: WatchBuffer.lineLimit
    case .events: 2 * WatchBuffer.lineLimit
    case .foreign(let limit): limit
    }
  }

  /// The answer that a body holds; what it has in common with others' is kept once.
  func read(_ body: [UInt8], sharing common: CommonValues?) throws(AnswerFlaw) -> JSON {
    let answer = try Self.json(body, sharing: common)
    let kind = answer["kind"]?.stringValue
    if kind == "Status", answer["status"] == "Failure" {
      let code = answer["code"]?.integerValue.flatMap { Int(exactly: $0) }
      throw .failure(APIStatus(code: code ?? 200, body: body))
    }
    switch self {
    case .object(let object): try Self.check(answer, is: object)
    case .deletion(let object): if kind != "Status" { try Self.check(answer, is: object) }
    case .list(let kind): try Self.check(answer, lists: kind)
    case .document(let kinds) where kinds.contains(kind ?? ""): break
    case .document(let kinds):
      throw .otherKind(found: answer.kindName, expected: Self.name(of: kinds))
    case .version where answer["gitVersion"]?.stringValue != nil: break
    case .version: throw .otherKind(found: answer.kindName, expected: Self.name(of: ["version"]))
    case .events, .foreign: break
    }
    return answer
  }

  /// JSON of whatever meaning.
  private static func json(
    _ body: [UInt8],
    sharing common: CommonValues?,
  ) throws(AnswerFlaw) -> JSON {
    do throws(JSONError) {
      return try JSON(parsing: body, sharing: common)
    } catch {
      guard let beginning = Answerer.beginning(of: body) else { throw .empty }
      let isMeantAsJSON = beginning.first { !$0.isWhitespace }.map { "{[".contains($0) } ?? true
      throw .notJSON(error, begins: isMeantAsJSON ? nil : beginning)
    }
  }

  /// An object tells what it is and how it is called, wherever it stands.
  static func check(_ answer: JSON, is object: ObjectReference) throws(AnswerFlaw) {
    let expected = AnswerFlaw.KindName(version: object.kind.apiVersion, kind: object.kind.kind)
    guard answer.kindName == expected else {
      throw .otherKind(found: answer.kindName, expected: expected)
    }
    let name = answer.metadata.name
    guard name == object.name else { throw .otherName(found: name, expected: object.name) }
  }

  /// How a kind calls its lists is its own affair; their items are objects with names.
  ///
  /// Some servers write a list without items as null.
  private static func check(_ answer: JSON, lists kind: ResourceKind) throws(AnswerFlaw) {
    let name = answer.kindName
    guard let listKind = name?.kind, listKind != kind.kind, name?.version == kind.apiVersion else {
      let expected = AnswerFlaw.KindName(version: kind.apiVersion, kind: "\(kind.kind)List")
      throw .otherKind(found: name, expected: expected)
    }
    guard let items = answer["items"] else { throw .noItems }
    let isSound = items.arrayValue?.allSatisfy { $0.metadata.name != nil } ?? (items == .null)
    guard isSound else { throw .noItems }
  }

  private static func name(of kinds: Set<String>) -> AnswerFlaw.KindName {
    AnswerFlaw.KindName(version: nil, kind: kinds.sorted().joined(separator: " or "))
  }
}

extension JSON {
  /// What an object says that it is; nil where it says nothing.
  fileprivate var kindName: AnswerFlaw.KindName? {
    let (version, kind) = (self["apiVersion"]?.stringValue, self["kind"]?.stringValue)
    return version == nil && kind == nil ? nil : AnswerFlaw.KindName(version: version, kind: kind)
  }
}

extension KubernetesError {
  /// Whether the API says that the object, or its kind, is not there.
  ///
  /// Kinds of the core group are served by every cluster: whoever does not know their paths is none.
  func tellsThatNone(_ kind: ResourceKind) -> Bool {
    isNotFound && (status?.isOfAPI == true || !kind.group.isEmpty)
  }
}
