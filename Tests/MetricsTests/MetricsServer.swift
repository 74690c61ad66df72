import FlyingFox
import FlyingSocks
import FoundationEssentials
import HTTP
import Kubernetes
import Metrics
import Synchronization
import TestSupport
import Testing

/// A server in this process that answers as a test says, and both ways to it.
struct MetricsServer {
  /// What one request asked.
  struct Request: Sendable {
    let method: String
    let path: String
    let query: [String: [String]]
    let authorization: String?
  }

  /// A status and a body.
  struct Answer: Sendable {
    var status = 200
    let text: String

    /// A success with this `data`, as the API writes it.
    static func data(_ data: String, besides more: String = "") -> Answer {
      Answer(text: "{\"status\":\"success\",\"data\":\(data)\(more)}")
    }
  }

  /// The API at its own address, asked with a token.
  let direct: MetricsAPI
  /// The same API as the Service `thanos/query:http` of a cluster.
  let proxied: MetricsAPI

  /// Runs `body` beside a server that answers by `handler`.
  static func run(
    size: Int = 1 << 20,
    _ handler: @escaping @Sendable (Request) -> Answer,
    _ body: (MetricsServer) async throws -> Void,
  ) async throws {
    let server = FlyingFox.HTTPServer(
      address: .loopback(port: 0),
      timeout: 3_600,
      handler: ClosureHTTPHandler { request in
        let answer = handler(
          Request(
            method: request.method.rawValue,
            path: request.path,
            query: Dictionary(grouping: request.query, by: \.name).mapValues { $0.map(\.value) },
            authorization: request.headers[.authorization],
          )
        )
        return FlyingFox.HTTPResponse(
          statusCode: HTTPStatusCode(answer.status, phrase: ""),
          body: .init(answer.text.utf8),
        )
      },
    )
    let task = ServerThreads.run { try await server.run() }
    try await server.waitUntilListening(timeout: 1_800)
    guard case .ip6(_, let port) = await server.listeningAddress else {
      Issue.record("the server listens on no loopback port")
      return
    }
    try await body(try MetricsServer(at: "http://[::1]:\(port)", size: size))
    await server.stop()
    _ = await task.result
  }

  private init(at url: String, size: Int) throws {
    let transport = try HTTPTransport()
    let limits = MetricsLimits(size: size, time: .seconds(3600))
    let client = KubernetesClient(
      ClusterConnection(context: "hub", server: url, credential: Credential(.token("cluster's"))),
      transport: transport,
      patience: Patience(atFirst: .seconds(3600), afterwards: .seconds(3600)),
    )
    direct = MetricsAPI(
      .direct(MetricsAddress("\(url)/", token: "querier's"), over: transport),
      limits: limits,
    )
    let service = ServiceAddress(namespace: "thanos", name: "query", port: "http")
    proxied = MetricsAPI(.serviceProxy(service, of: client), limits: limits)
  }
}

/// What a server has seen.
final class Seen: Sendable {
  private let requests = Mutex<[MetricsServer.Request]>([])

  var all: [MetricsServer.Request] { requests.withLock(\.self) }

  func add(_ request: MetricsServer.Request) { requests.withLock { $0.append(request) } }
}
