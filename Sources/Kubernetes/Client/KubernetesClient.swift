import Facts
package import HTTP
import JSON

/// One cluster's API.
package struct KubernetesClient: Sendable {
  let connection: ClusterConnection
  let transport: HTTPTransport
  private let places: Semaphore
  private let trace: @Sendable (RequestTrace) -> Void

  /// At most `maximumInFlight` requests are under way at once; watches do not count.
  package init(
    _ connection: ClusterConnection,
    transport: HTTPTransport,
    maximumInFlight: Int = 16,
    trace: @escaping @Sendable (RequestTrace) -> Void = { _ in },
  ) {
    self.connection = connection
    self.transport = transport
    self.trace = trace
    places = Semaphore(max(1, maximumInFlight))
  }

  /// The kubeconfig's context that led here.
  package var context: String { connection.context }
  /// The base URL, without a slash at its end.
  package var server: String { connection.server }
}

extension KubernetesClient {
  /// A call as its caller means it: everything but who asks and where.
  struct Call {
    var method = HTTPRequest.Method.get
    let endpoint: Endpoint
    /// The forms of an answer that are understood, the best first.
    var accept = "application/json"
    var contentType = "application/json"
    var body: JSON?
    /// Whether it may be sent again when nobody knows if it arrived.
    var isRepeatable = true
  }

  /// Sends a call until there is an answer worth having, and reads it as JSON.
  func send(_ call: Call) async throws(KubernetesError) -> JSON {
    let response = try await answer(to: call)
    do throws(JSONError) {
      return try JSON(parsing: response.body)
    } catch {
      throw .malformedAnswer(.notJSON(error))
    }
  }

  /// Tries until there is an answer, as long as another try may fare better.
  private func answer(to call: Call) async throws(KubernetesError) -> HTTPResponse {
    var retry = Retry(isRepeatable: call.isRepeatable)
    var refused: Credential.Proof?
    while true {
      let proof = try await proof(insteadOf: refused)
      do throws(KubernetesError) {
        return try await attempt(request(for: call, showing: proof))
      } catch {
        if error.isUnauthorized, connection.credential.canRenew, refused == nil {
          refused = proof
          continue
        }
        guard let pause = retry.pause(after: error),
          (try? await Task.sleep(for: pause.drawn)) != nil
        else { throw error }
      }
    }
  }

  /// What shows who asks; `refused` is what the server has not taken.
  func proof(
    insteadOf refused: Credential.Proof? = nil
  ) async throws(KubernetesError) -> Credential.Proof {
    do throws(CredentialError) {
      return try await connection.credential.proof(insteadOf: refused)
    } catch {
      throw .credential(error)
    }
  }

  /// One request, once there is room for it.
  private func attempt(_ request: HTTPRequest) async throws(KubernetesError) -> HTTPResponse {
    guard await places.wait() else {
      throw .transport(TransportError(.cancelled, url: server))
    }
    defer { places.signal() }
    let start = ContinuousClock.now
    let result = await outcome(of: request)
    trace(
      RequestTrace(
        context: context,
        method: request.method.rawValue,
        url: request.url,
        status: try? result.get().status,
        duration: start.duration(to: .now),
      )
    )
    switch result {
    case .failure(let error): throw .transport(error)
    case .success(let response) where response.isSuccess: return response
    case .success(let response):
      throw .status(
        APIStatus(
          code: response.status,
          body: response.body,
          retryAfter: response.values(of: "Retry-After").first,
        )
      )
    }
  }

  /// The answer, whatever its status.
  private func outcome(of request: HTTPRequest) async -> Result<HTTPResponse, TransportError> {
    do throws(TransportError) {
      return .success(try await transport.send(request))
    } catch {
      return .failure(error)
    }
  }

  /// The HTTP request of a call, with whatever shows who asks.
  func request(for call: Call, showing proof: Credential.Proof) -> HTTPRequest {
    var request = HTTPRequest(
      call.method,
      call.endpoint.url(on: server),
      tls: connection.tls,
      proxy: connection.proxy,
    )
    request.headers =
      proof.headers + [
        HTTPHeader("Accept", call.accept), HTTPHeader("User-Agent", "fedctl"),
      ]
    if let identity = proof.identity { request.tls.identity = identity }
    if let body = call.body {
      request.headers.append(HTTPHeader("Content-Type", call.contentType))
      request.body = body.bytes()
    }
    return request
  }
}
