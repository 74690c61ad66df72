import FlyingFox
import FlyingSocks
import FoundationEssentials
import Glibc

/// A request that is on its way to a real process.
struct ProxyCall: Sendable {
  let process: LocalProcess
  let request: APIRequest
  /// From its first slash on, as it came.
  let target: String

  /// What the process answers, or what an API server says that cannot reach it.
  ///
  /// Who asks is not told to the process, as by an API server.
  func answer() async -> Reply {
    do {
      let address = try sockaddr_in.inet(ip4: "127.0.0.1", port: process.port)
      var client = HTTPClient()
      let response = try await client.sendHTTPRequest(question, to: address)
      let type = response.headers[.contentType] ?? ""
      let body = try await [UInt8](response.bodyData)
      return .foreign(code: response.statusCode.code, type: type, body: body)
    } catch {
      return .failure(.unavailable("error trying to reach service: \(error)"))
    }
  }

  private var question: HTTPRequest {
    let place = (process.root + target).split(separator: "?", maxSplits: 1)
    var headers: HTTPHeaders = [
      .host: "127.0.0.1:\(process.port)", .connection: "close",
      HTTPHeader("User-Agent"): request.userAgent,
    ]
    if !request.accept.isEmpty { headers[HTTPHeader("Accept")] = request.accept }
    if !request.contentType.isEmpty { headers[.contentType] = request.contentType }
    return HTTPRequest(
      method: HTTPMethod(request.method),
      version: .http11,
      target: HTTPRequest.Target(
        path: String(place.first ?? "/"),
        query: place.count > 1 ? String(place[1]) : "",
      ),
      headers: headers,
      body: HTTPBodySequence(data: Data(request.body)),
    )
  }
}
