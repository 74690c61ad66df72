import JSON

/// What goes back to the client.
enum Reply: Sendable {
  /// An object, with what the server advises against as warnings.
  case json(JSON, code: Int = 200, type: String = "application/json", warnings: [String] = [])
  /// Plain text, as for the checks of health.
  case text(String, code: Int = 200)
  /// One JSON value a line, for as long as the stream lasts.
  case stream(AsyncStream<JSON>)
  /// What a real process says, as it says it.
  case foreign(code: Int, type: String, body: [UInt8])
  /// A real process has to be asked first.
  case proxied(ProxyQuestion)
  /// The connection ends without an answer.
  case hangUp
  /// The connection stays, and no answer ever comes.
  case silence

  /// What Go's server says where nobody answers for a path.
  static let noPage = Reply.text("404 page not found\n", code: 404)

  /// A refusal with its own code.
  static func failure(_ status: APIStatus) -> Reply { .json(status.body, code: status.code) }

  /// The code that the log shows; zero for no answer.
  var code: Int {
    switch self {
    case .json(_, let code, _, _), .text(_, let code), .foreign(let code, _, _): code
    case .stream: 200
    case .proxied, .hangUp, .silence: 0
    }
  }
}
