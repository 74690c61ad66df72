import FlyingFox
import FlyingSocks
import FoundationEssentials
import JSON
import YAML

/// Speaks HTTP: turns requests into values, and replies into bytes.
struct HTTPFrontend: HTTPHandler {
  let answer: @Sendable (APIRequest) async -> Reply
  /// By how many seconds the clock of a context's cluster is off.
  let skew: @Sendable (String) -> Double?

  /// Reads a request whole, has it answered, and gives the reply its bytes.
  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    let body = try await request.bodyData
    // A connection that ended within its request, as when the server stops: nobody has asked for a part of it.
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), body.count < length {
      return HTTPResponse(webSocket: HangUp())
    }
    let question = APIRequest(request, body: [UInt8](body))
    let reply = await answer(question)
    // Longer than any client waits; the connection is theirs to end.
    if case .silence = reply { try await Task.sleep(for: .seconds(86_400)) }
    let encoding = request.headers[HTTPHeader("Accept-Encoding")] ?? ""
    var response = response(to: reply, mayCompress: Gzip.isAccepted(by: encoding))
    if let skew = skew(question.context) {
      response.headers[HTTPHeader("Date")] = httpDate(after: skew)
    }
    return response
  }

  /// One HTTP response for each kind of reply.
  ///
  /// Retry-After is a header and stands in the status too, as the API server has it; and as there, what is an object or
  /// a list is compressed where it is long and the client reads that.
  private func response(to reply: Reply, mayCompress: Bool) -> HTTPResponse {
    switch reply {
    case .json(let value, let code, let type, let warnings):
      var headers: HTTPHeaders = [.contentType: type]
      if !warnings.isEmpty {
        // Lines of their own, for the library would put all into one, which clients take for one
        // warning.
        let values = warnings.map { "299 - \(JSON.string($0).text())" }
        headers[HTTPHeader("Warning")] = values.joined(separator: "\r\nWarning: ")
      }
      if let seconds = value["details"]?["retryAfterSeconds"]?.integerValue {
        headers[HTTPHeader("Retry-After")] = String(seconds)
      }
      let isYAML = type == Notation.yaml.mediaType
      let body = isYAML ? Array(YAML.text(value).utf8) : value.bytes() + [UInt8(ascii: "\n")]
      guard mayCompress, body.count > Gzip.threshold else { return response(code, headers, body) }
      headers[HTTPHeader("Content-Encoding")] = "gzip"
      headers[HTTPHeader("Vary")] = "Accept-Encoding"
      return response(code, headers, Gzip.compressed(body))
    case .text(let text, let code):
      return response(code, [.contentType: "text/plain"], Array(text.utf8))
    case .foreign(let code, let type, let body):
      return response(code, type.isEmpty ? [:] : [.contentType: type], body)
    case .stream(let values):
      return HTTPResponse(
        statusCode: .ok,
        headers: [.contentType: "application/json"],
        body: HTTPBodySequence(from: LineSequence(values: values)),
      )
    case .proxied, .hangUp, .silence: return HTTPResponse(webSocket: HangUp())
    }
  }

  private func response(_ code: Int, _ headers: HTTPHeaders, _ body: [UInt8]) -> HTTPResponse {
    // One buffer, or the body would go out in pieces of 4 KiB.
    let sequence = HTTPBodySequence(data: Data(body), suggestedBufferSize: max(body.count, 1))
    return HTTPResponse(
      statusCode: HTTPStatusCode(code, phrase: phrases[code] ?? "Status"),
      headers: headers,
      body: sequence,
    )
  }
}

/// The words of RFC 9110, which some clients print.
private let phrases = [
  200: "OK", 201: "Created", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden",
  404: "Not Found", 405: "Method Not Allowed", 406: "Not Acceptable", 409: "Conflict", 410: "Gone",
  415: "Unsupported Media Type", 422: "Unprocessable Entity", 429: "Too Many Requests",
  500: "Internal Server Error", 503: "Service Unavailable", 504: "Gateway Timeout",
]

extension APIRequest {
  /// The first segment of the path is the context, the rest is the API server's path.
  ///
  /// Several values of `Impersonate-Group` come joined by commas.
  fileprivate init(_ request: HTTPRequest, body: [UInt8]) {
    let segments = request.target.path().split(separator: "/").map { percentDecoded($0) }
    method = request.method.rawValue
    // As `hub@system:serviceaccount:thanos:querier`: kubectl sends neither tokens nor `--as` over
    // plain HTTP, but goes where its server's address leads.
    let place = (segments.first ?? "").split(separator: "@", maxSplits: 1).map { String($0) }
    context = place.first ?? ""
    path = Array(segments.dropFirst())
    target = request.target.rawValue
    query = Query(request.target.query())
    accept = request.headers[HTTPHeader("Accept")] ?? ""
    contentType = request.headers[.contentType] ?? ""
    userAgent = request.headers[HTTPHeader("User-Agent")] ?? ""
    let words = (request.headers[.authorization] ?? "").split(separator: " ")
    bearerToken = words.count == 2 && words[0].lowercased() == "bearer" ? String(words[1]) : nil
    impersonatedUser =
      request.headers[HTTPHeader("Impersonate-User")] ?? (place.count > 1 ? place[1] : nil)
    impersonatedGroups = (request.headers[HTTPHeader("Impersonate-Group")] ?? "")
      .split(separator: ",").map { String($0.drop { $0 == " " }) }
    impersonatesInPart = request.headers.keys.contains { header in
      let name = header.rawValue.lowercased()
      return name == "impersonate-uid" || name.hasPrefix("impersonate-extra-")
    }
    self.body = body
  }
}

/// Ends a connection without a byte of answer: FlyingFox closes it when an upgrade fails.
private struct HangUp: WSHandler {
  /// The connection ends without an answer, as a fault wants it.
  struct Refused: Error {}

  func makeFrames(
    for client: AsyncThrowingStream<WSFrame, any Error>
  ) async throws -> AsyncStream<WSFrame> {
    throw Refused()
  }
}
