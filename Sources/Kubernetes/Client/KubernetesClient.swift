package import HTTP
internal import JSON

/// One cluster's API, as one user.
///
/// Requests are retried where a repetition does no harm: when the server asks for patience, and,
/// for all but creations, when the connection breaks.
package struct KubernetesClient: Sendable {
  let connection: ClusterConnection
  private let transport: HTTPTransport
  private let turns: Semaphore
  private let warn: (@Sendable (String) -> Void)?

  /// `warn` gets the warnings that the API server sends along with its answers.
  package init(
    _ connection: ClusterConnection,
    transport: HTTPTransport,
    maximumInFlight: Int = 8,
    warn: (@Sendable (String) -> Void)? = nil,
  ) {
    self.connection = connection
    self.transport = transport
    turns = Semaphore(maximumInFlight)
    self.warn = warn
  }

  package var context: String { connection.context }
  package var server: String { connection.server }

  /// The answer's JSON; every status but 2xx is thrown.
  func call(_ call: APICall) async throws(KubernetesError) -> JSON {
    let response = try await answer(to: call)
    do throws(JSONError) {
      return try JSON(parsing: response.body)
    } catch {
      throw .malformedResponse(error.description)
    }
  }

  private func answer(to call: APICall) async throws(KubernetesError) -> HTTPResponse {
    var patience = RetryPolicy(isRepeatable: call.isRepeatable)
    while true {
      let result = await attempt(call)
      guard let delay = patience.delay(after: result) else { return try finish(result) }
      guard (try? await Task.sleep(for: delay)) != nil else { throw .cancelled }
    }
  }

  private func finish(
    _ result: Result<HTTPResponse, KubernetesError>
  ) throws(KubernetesError) -> HTTPResponse {
    let response = try result.get()
    for warning in response.values(of: "Warning") { warn?(Self.text(ofWarning: warning)) }
    guard response.isSuccess else {
      throw .status(APIStatus(code: response.status, body: response.body))
    }
    return response
  }

  /// `299 - "text"`: the text.
  private static func text(ofWarning value: String) -> String {
    let parts = value.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.count > 2 ? parts[1...].dropLast().joined(separator: "\"") : value
  }

  private func attempt(_ call: APICall) async -> Result<HTTPResponse, KubernetesError> {
    guard await turns.wait() else { return .failure(.cancelled) }
    defer { turns.signal() }
    do throws(KubernetesError) {
      return .success(
        try await authorized(call) { request throws(TransportError) in
          try await transport.send(request)
        }
      )
    } catch {
      return .failure(error)
    }
  }

  /// Streams hold no turn: they last long and cost nothing while they are silent.
  func stream(
    _ call: APICall,
    onBytes: ([UInt8]) async -> HTTPTransport.Flow,
  ) async throws(KubernetesError) {
    let response = try await authorized(call) { request throws(TransportError) in
      try await transport.stream(request, onBytes: onBytes)
    }
    _ = try finish(.success(response))
  }

  /// Sends with what the user has to show and, refused, once more with what a renewal brings.
  private func authorized(
    _ call: APICall,
    send: (HTTPRequest) async throws(TransportError) -> HTTPResponse,
  ) async throws(KubernetesError) -> HTTPResponse {
    let proof = try await proof()
    let response = try await mapped { () throws(TransportError) in
      try await send(call.request(to: connection, proof))
    }
    guard response.status == 401, connection.credential.canRenew else { return response }
    let renewed = try await self.proof(insteadOf: proof)
    return try await mapped { () throws(TransportError) in
      try await send(call.request(to: connection, renewed))
    }
  }

  private func proof(
    insteadOf refused: Credential.Proof? = nil
  ) async throws(KubernetesError) -> Credential.Proof {
    do throws(CredentialError) {
      return try await connection.credential.proof(insteadOf: refused)
    } catch {
      throw error == .cancelled ? .cancelled : .credentials(error)
    }
  }

  private func mapped(
    _ body: () async throws(TransportError) -> HTTPResponse
  ) async throws(KubernetesError) -> HTTPResponse {
    do throws(TransportError) {
      return try await body()
    } catch {
      throw error.reason == .cancelled ? .cancelled : .transport(error)
    }
  }
}
