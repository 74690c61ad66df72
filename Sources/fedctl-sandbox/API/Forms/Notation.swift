import JSON

/// How an answer is written, which clients choose by their `Accept` header.
enum Notation: String, Sendable {
  case json = "application/json"
  case yaml = "application/yaml"

  var mediaType: String { rawValue }

  /// What the client likes best of what there is; JSON where it takes nothing that there is.
  init(accept: String) { self = Self.acceptable(accept) ?? .json }

  /// Nil where the client takes nothing that there is; not every answer has other forms than itself.
  ///
  /// The real server has protobuf too for the kinds that are built in; whoever asks for that names
  /// JSON as well, and gets it here.
  static func acceptable(_ accept: String, hasForms: Bool = true) -> Notation? {
    acceptedTypes(accept).lazy.filter { isForm($0, hasForms) }.compactMap { words in
      words.first == "*/*" ? .json : words.first.flatMap(Notation.init)
    }.first
  }

  /// Whether a media type asks for an answer as it is, or in a form that there is.
  private static func isForm(_ words: [String], _ hasForms: Bool) -> Bool {
    guard let form = words.first(where: { $0.hasPrefix("as=") }) else {
      // A version of no form means nothing.
      return !words.contains { $0.hasPrefix("v=") || $0.hasPrefix("g=") }
    }
    if form == "as=APIGroupDiscoveryList" { return true }
    return hasForms && words.contains("g=meta.k8s.io")
      && (words.contains("v=v1") || words.contains("v=v1beta1"))
      && ["Table", "PartialObjectMetadata", "PartialObjectMetadataList"].contains(
        form.dropFirst(3)
      )
  }
}

/// The media types of an `Accept` header, each with its parameters, the most wanted first.
///
/// A header that is missing takes anything.
func acceptedTypes(_ accept: String) -> [[String]] {
  let types = accept.split(separator: ",").map { type in
    type.split(separator: ";").map { String($0.filter { !$0.isWhitespace }) }
  }.filter { !$0.isEmpty }
  guard !types.isEmpty else { return [["*/*"]] }
  let weights = types.map { words in
    words.first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
  }
  // Of two that are wanted alike, the first.
  return types.indices.sorted { (-weights[$0], $0) < (-weights[$1], $1) }.map { types[$0] }
}

extension Reply {
  /// A document in another notation than JSON, where there is one.
  func written(as notation: Notation) -> Reply {
    guard case .json(let value, let code, let type, let warnings) = self,
      type == Notation.json.mediaType, notation != .json
    else { return self }
    // Go's YAML is in the order of its keys.
    return .json(value.inOrderOfKeys, code: code, type: notation.mediaType, warnings: warnings)
  }
}

extension JSON {
  /// The same with the members of every object in the order of their keys.
  fileprivate var inOrderOfKeys: JSON {
    switch self {
    case .array(let items): .array(items.map(\.inOrderOfKeys))
    case .object(let members):
      .object(
        JSONObject(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value.inOrderOfKeys) })
      )
    default: self
    }
  }
}

extension APIStatus {
  /// The client takes nothing that the server could send.
  static func notAcceptable(isWatch: Bool) -> APIStatus {
    let streams = "application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch"
    return APIStatus(
      code: 406,
      reason: "NotAcceptable",
      message: isWatch
        ? "only the following media types are accepted: \(streams)"
        : "406: Not Acceptable\n\nAvailable representations: application/json, application/yaml, "
          + "application/vnd.kubernetes.protobuf, \(streams)",
      details: [:],
    )
  }
}
