import Facts
import FlyingFox
import FlyingSocks
import FoundationEssentials
import HTTP
import JSON
import Kubernetes
import Synchronization
import TestSupport
import Testing

/// A server in this process that plays the Kubernetes API as a test says.
struct APIServer {
  /// What one request asked.
  struct Request: Sendable {
    let method: String
    let path: String
    let query: [String: String]
    let authorization: String
    let accept: String
    let body: JSON
  }

  struct Answer: Sendable {
    var status = 200
    var text: String
    var headers: [FlyingFox.HTTPHeader: String] = [:]

    static func json(_ json: JSON) -> Answer { Answer(text: json.text()) }

    /// A `Status` object with this code.
    static func failure(_ code: Int, _ reason: String = "", after seconds: Int? = nil) -> Answer {
      let status: JSON = [
        "kind": "Status", "code": .integer(Int64(code)), "reason": .string(reason),
        "message": .string("the server says \(code)"),
      ]
      let headers = seconds.map { [FlyingFox.HTTPHeader("Retry-After"): "\($0)"] } ?? [:]
      return Answer(status: code, text: status.text(), headers: headers)
    }
  }

  /// Runs `body` with a client of a server that answers by `handler`; `told` gets what is said of the contact.
  static func run(
    maximumInFlight: Int = 16,
    credential: Credential = Credential(.anonymous),
    patience: Patience = Patience(atFirst: .seconds(3600), afterwards: .seconds(3600)),
    told: Record<ContactNews.Kind> = Record(),
    _ handler: @escaping @Sendable (Request) async throws -> Answer,
    _ body: (KubernetesClient) async throws -> Void,
  ) async throws {
    let server = FlyingFox.HTTPServer(
      address: .loopback(port: 0),
      timeout: 3_600,
      handler: ClosureHTTPHandler { try await response(to: $0, handler) },
    )
    let task = ServerThreads.run { try await server.run() }
    try await server.waitUntilListening(timeout: 1_800)
    guard case .ip6(_, let port) = await server.listeningAddress else {
      Issue.record("the server listens on no loopback port")
      return
    }
    let client = KubernetesClient(
      ClusterConnection(
        context: "test",
        server: "http://[::1]:\(port)",
        credential: credential,
      ),
      transport: try HTTPTransport(),
      maximumInFlight: maximumInFlight,
      patience: patience,
      tell: { told.add($0.kind) },
    )
    try await body(client)
    await server.stop()
    _ = await task.result
  }

  private static func response(
    to request: FlyingFox.HTTPRequest,
    _ handler: (Request) async throws -> Answer,
  ) async throws -> FlyingFox.HTTPResponse {
    let bytes = try await request.bodyData
    let answer = try await handler(
      Request(
        method: request.method.rawValue,
        path: request.path,
        query: Dictionary(
          request.query.map { ($0.name, $0.value) },
          uniquingKeysWith: { $1 },
        ),
        authorization: request.headers[.authorization] ?? "",
        accept: request.headers[FlyingFox.HTTPHeader("Accept")] ?? "",
        body: (try? JSON(parsing: Array(bytes))) ?? .null,
      )
    )
    return FlyingFox.HTTPResponse(
      statusCode: HTTPStatusCode(answer.status, phrase: ""),
      headers: HTTPHeaders(answer.headers),
      body: .init(answer.text.utf8),
    )
  }
}

/// What a server has seen, told by its handler.
final class Record<Value: Sendable>: Sendable {
  private let values = Mutex<[Value]>([])

  var all: [Value] { values.withLock(\.self) }
  var count: Int { all.count }

  /// Notes a value and tells how many came before it.
  @discardableResult
  func add(_ value: Value) -> Int {
    values.withLock { values in
      values.append(value)
      return values.count - 1
    }
  }
}
