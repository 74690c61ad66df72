import JSON

/// A request to the proxy of a Service, as its path has it.
struct ProxyQuestion: Hashable, Sendable {
  let namespace: String
  /// The Service's.
  let service: String
  /// As the path names it; nil where it names none.
  let port: String?
  /// How the Service calls that port, and its number; none before it was looked up.
  var ports: Set<String> = []
  /// What is asked of the program, from its first slash on, with the query, as it came.
  let target: String

  /// nil for a path that is no Service's proxy.
  ///
  /// The segment is `[SCHEME:]NAME[:PORT]`; what names neither scheme nor port is a name alone.
  init?(_ request: APIRequest) {
    let path = request.path
    guard path.count >= 7, path[0] == "api", path[1] == "v1", path[2] == "namespaces",
      path[4] == "services", path[6] == "proxy"
    else { return nil }
    namespace = path[3]
    let parts = path[5].split(separator: ":", omittingEmptySubsequences: false).map { String($0) }
    guard parts.count <= 3 else { return nil }
    service = parts.count == 3 ? parts[1] : parts[0]
    port = parts.count > 1 ? parts.last.flatMap { $0.isEmpty ? nil : $0 } : nil
    let segments = request.target.split(separator: "/", maxSplits: 8)
    target = "/" + (segments.count > 8 ? String(segments[8]) : "") + Self.query(of: segments)
  }

  /// The query of a target that ends with the word `proxy` itself.
  private static func query(of segments: [Substring]) -> String {
    guard segments.count == 8 else { return "" }
    return String(segments[7].drop { $0 != "?" })
  }
}

extension ClusterState {
  /// A question with what its Service says of the port, or the API server's own refusal: there is no such Service,
  /// or no such port of it.
  func placed(_ question: ProxyQuestion) throws(APIStatus) -> ProxyQuestion {
    let isNumber = question.port.map { $0.allSatisfy(\.isNumber) } ?? false
    let plural = isNumber ? "services" : "endpoints"
    let name = ObjectName(namespace: question.namespace, name: question.service)
    let services = resources.first { $0.group.isEmpty && $0.plural == "services" }
    guard let services, let live = object(services, name) else {
      throw APIStatus(
        code: 404,
        reason: "NotFound",
        message: "\(plural) \"\(question.service)\" not found",
        details: ["name": .string(question.service), "kind": .string(plural)],
      )
    }
    let ports = live["spec"]?["ports"]?.arrayValue ?? []
    let chosen = ports.filter { port in
      guard let wanted = question.port else { return ports.count == 1 }
      return port["name"]?.stringValue == wanted
        || port["port"]?.integerValue.map { String($0) } == wanted
    }
    if isNumber, chosen.isEmpty {
      throw .unavailable(
        "no service port \(question.port ?? "") found for service \"\(question.service)\""
      )
    }
    var question = question
    question.ports = Set(
      chosen.flatMap { port in
        [port["name"]?.stringValue, port["port"]?.integerValue.map { String($0) }]
          .compactMap(\.self)
      }
    )
    return question
  }
}

extension APIStatus {
  /// Nothing stands behind, as the API server says it.
  static func unavailable(_ message: String) -> APIStatus {
    APIStatus(code: 503, reason: "ServiceUnavailable", message: message)
  }
}
