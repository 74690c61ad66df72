import Facts
import JSON
import YAML

/// What a request says, read from JSON, YAML or protobuf.
struct Body: Sendable {
  /// What was said, with unknown fields and all.
  let value: JSON
  /// The keys that stand twice in one mapping, in the server's words.
  var duplicates: [String] = []
  /// Whether this is a live object with a patch done to it, for which errors are worded otherwise.
  var isPatched = false
  /// Whether it came over the wire.
  var isSent = false

  /// A body that did not come over the wire.
  init(_ value: JSON, isPatched: Bool = false) {
    self.value = value
    self.isPatched = isPatched
  }

  /// Reads the body of a request that creates or replaces an object of a kind.
  init(_ request: APIRequest, kind: String) throws(APIStatus) {
    self = try Body(reading: request, kind: kind)
    isSent = true
  }

  /// Reads JSON, YAML or protobuf, as the request says that it is.
  private init(reading request: APIRequest, kind: String) throws(APIStatus) {
    let isProtobuf = request.contentType.hasPrefix("application/vnd.kubernetes.protobuf")
    if request.contentType.hasPrefix("application/yaml") {
      self = try Body(yaml: request.body)
    } else if let object = try decodedProtobuf(request.body) {
      self.init(object)
    } else if isProtobuf {
      throw .badRequest(
        "the object provided is unrecognized (must be of type \(kind)): provided data does not "
          + "appear to be a protobuf message, expected prefix [107 56 115 0]"
      )
    } else {
      do throws(JSONError) {
        self.init(try JSON(parsing: request.body))
      } catch {
        let why =
          error.reason == .unexpectedEnd ? "unexpected end of JSON input" : "invalid character"
        let text = String(decoding: request.body.prefix(200), as: UTF8.self)
        throw .badRequest(
          "the object provided is unrecognized (must be of type \(kind)): couldn't get "
            + "version/kind; json parse error: \(why) (\(text.isEmpty ? "<empty>" : text))"
        )
      }
    }
  }

  /// Reads YAML, of which JSON is a part.
  init(yaml bytes: [UInt8]) throws(APIStatus) {
    // Nearly all clients send JSON here, which is YAML too and read much faster so.
    if let value = try? JSON(parsing: bytes) {
      self.init(value)
      return
    }
    let node: Node?
    do throws(YAMLError) {
      node = try YAML.document(bytes, file: "body")
    } catch {
      throw .badRequest(
        "error decoding YAML: error converting YAML to JSON: yaml: line \(error.mark.line): did not "
          + "find expected node content"
      )
    }
    self.init(node?.json ?? .null)
    duplicates = node?.duplicates ?? []
  }
}

extension Body {
  /// The same with what it says in another form.
  func editing(_ edit: (JSON) -> JSON) -> Body {
    var body = Body(edit(value), isPatched: isPatched)
    body.duplicates = duplicates
    return body
  }
}

extension Node {
  /// The keys that stand twice in a mapping here or below.
  fileprivate var duplicates: [String] {
    var found: [String] = []
    var seen: Set<String> = []
    for pair in pairs ?? [] {
      if !seen.insert(pair.key).inserted {
        found.append("line \(pair.keyMark.line): key \"\(pair.key)\" already set in map")
      }
      found += pair.value.duplicates
    }
    return found + (elements ?? []).flatMap(\.duplicates)
  }
}
