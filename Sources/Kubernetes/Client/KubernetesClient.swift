import Facts
package import FoundationEssentials
package import HTTP
package import JSON
import Objects

/// One cluster's API.
package struct KubernetesClient: Sendable {
  let connection: ClusterConnection
  let transport: HTTPTransport
  /// How many requests may be under way at once: of more work than that, nothing comes of beginning it.
  package let maximumInFlight: Int
  private let places: Semaphore
  private let shared: Semaphore?
  private let trace: @Sendable (RequestTrace) -> Void
  private let common: CommonValues?
  let contact: Contact
  private(set) var patience: Patience
  private var mayWrite: @Sendable () -> Bool = { true }

  /// At most `maximumInFlight` requests are under way at once, and together with those of other clients only so many
  /// as `shared` has places; watches do not count.
  ///
  /// What answers have in common with those of other clusters goes into `common`, and is kept once. `tell` gets what a
  /// person should know who waits for the cluster, and `warn` what the cluster advises against, each sentence once.
  package init(
    _ connection: ClusterConnection,
    transport: HTTPTransport,
    maximumInFlight: Int = 16,
    sharing shared: Semaphore? = nil,
    common: CommonValues? = nil,
    patience: Patience = Patience(),
    trace: @escaping @Sendable (RequestTrace) -> Void = { _ in },
    tell: @escaping @Sendable (ContactNews) -> Void = { _ in },
    warn: @escaping @Sendable (APIWarning) -> Void = { _ in },
  ) {
    self.connection = connection
    self.transport = transport
    self.trace = trace
    self.common = common
    self.patience = patience
    contact = Contact(connection, tell: tell, warn: warn)
    self.maximumInFlight = max(1, maximumInFlight)
    places = Semaphore(self.maximumInFlight)
    self.shared = shared
  }

  /// The same way to the same cluster, for which nothing is changed there once `mayWrite` says no.
  ///
  /// Calls that would change anything then end as if their task had been cancelled.
  package func fenced(_ mayWrite: @escaping @Sendable () -> Bool) -> KubernetesClient {
    var client = self
    client.mayWrite = mayWrite
    return client
  }

  /// The same way to the same cluster, for calls that have no longer than this for an answer.
  package func hurried(_ time: Duration) -> KubernetesClient {
    var client = self
    client.patience.atFirst = min(time, patience.atFirst)
    client.patience.afterwards = min(time, patience.afterwards)
    return client
  }

  /// The kubeconfig's context that led here.
  package var context: String { connection.context }
  /// The base URL, without a slash at its end.
  package var server: String { connection.server }
  /// The time by the cluster's own clock, to a second or two; nil until an answer has told it.
  package var time: Date? { contact.time }
}

extension KubernetesClient {
  /// A call as its caller means it: everything but who asks and where.
  struct Call {
    var method = HTTPRequest.Method.get
    let endpoint: Endpoint
    /// What a success has to be.
    let answer: ExpectedAnswer
    /// The forms of an answer that are understood, the best first.
    var accept = "application/json"
    var contentType = "application/json"
    var body: JSON?
    /// What is changed; nil for what changes nothing.
    var object: ObjectReference?
    /// Whether it may be sent again when nobody knows if it arrived.
    var isRepeatable = true
    /// What is told where that is done, for a call that has an effect each time.
    var repeated: ContactNews.Kind?
  }

  /// Sends a call until there is an answer worth having, and reads it as what was asked for.
  func send(_ call: Call) async throws(KubernetesError) -> JSON { try await exchange(call).answer }

  /// The same, with the bytes that the answer has.
  func exchange(_ call: Call) async throws(KubernetesError) -> (answer: JSON, size: Int) {
    let response = try await answer(to: call)
    if let object = call.object {
      for header in response.values(of: "Warning") { contact.warned(header, about: object) }
    }
    do throws(AnswerFlaw) {
      return (try call.answer.read(response.body, sharing: common), response.body.count)
    } catch {
      let answerer = Answerer(response, to: call.endpoint.url(on: server))
      throw .malformedAnswer(error, from: answerer)
    }
  }

  /// Tries until there is an answer, as long as another try may fare better.
  func answer(to call: Call) async throws(KubernetesError) -> HTTPResponse {
    var retry = Retry(isRepeatable: call.isRepeatable)
    var start: ContinuousClock.Instant?
    var hasFailed = false
    var refused: Credential.Proof?
    while true {
      let proof = try await proof(insteadOf: refused)
      do throws(KubernetesError) {
        var request = request(for: call, showing: proof)
        // On a connection that has been used, libcurl sends again by itself what gets no answer.
        request.usesNewConnection = hasFailed || call.repeated != nil
        return try await attempt(request, &start, of: call.answer)
      } catch {
        if error.isUnauthorized, connection.credential.canRenew, refused == nil {
          refused = proof
          continue
        }
        hasFailed = true
        let pause = retry.pause(
          after: error,
          hasAnswered: contact.hasAnswered,
          left: left(since: start ?? .now),
        )
        guard let pause else { throw error }
        tell(of: error, since: start ?? .now)
        if let news = call.repeated, error.mayHaveArrived { contact.tells(news) }
        guard (try? await Task.sleep(for: pause.drawn)) != nil else { throw error }
      }
    }
  }

  /// For how long a call may still be tried; all calls share the time for a first answer.
  private func left(since start: ContinuousClock.Instant) -> Duration {
    limit - (contact.hasAnswered ? start.duration(to: .now) : contact.askedFor())
  }

  /// For how long a call is tried in all.
  private var limit: Duration { contact.hasAnswered ? patience.afterwards : patience.atFirst }

  /// Says who is waited for, where that takes longer than a hiccup.
  private func tell(of error: KubernetesError, since start: ContinuousClock.Instant) {
    guard start.duration(to: .now) > min(patience.untold, .seconds(1)) else { return }
    switch error {
    case .transport(let error): contact.keepsWaiting(.failing(error.reason, triedFor: limit))
    case .status(let status) where status.isFromElsewhere:
      contact.keepsWaiting(.unavailable(status: status.code, triedFor: limit))
    case .status, .notServed, .malformedAnswer, .credential: break
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

  /// One request, once there is room for it; `first` is when the first one of its call had room.
  private func attempt(
    _ request: HTTPRequest,
    _ first: inout ContinuousClock.Instant?,
    of expected: ExpectedAnswer,
  ) async throws(KubernetesError) -> HTTPResponse {
    let cancelled = KubernetesError.transport(TransportError(.cancelled, url: server))
    guard await places.wait() else { throw cancelled }
    defer { places.signal() }
    if let shared, await !shared.wait() { throw cancelled }
    defer { shared?.signal() }
    guard request.method == .get || mayWrite() else { throw cancelled }
    let start = ContinuousClock.now
    first = first ?? start
    var request = request
    request.limit(to: left(since: first ?? start))
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
    return try read(result, to: request.url, as: expected)
  }

  /// A success, or why it is none.
  private func read(
    _ result: Result<HTTPResponse, TransportError>,
    to url: String,
    as expected: ExpectedAnswer,
  ) throws(KubernetesError) -> HTTPResponse {
    switch result {
    case .failure(let error): throw .transport(error)
    // Its date is by the clock of the program behind, and its status is for whoever asked that.
    case .success(let response) where expected.isForeign && !response.isStatusOfAPI:
      contact.answered(date: nil)
      return response
    case .success(let response) where response.isSuccess:
      contact.answered(date: response.values(of: "Date").first)
      return response
    case .success(let response):
      let status = APIStatus(response, to: url)
      if !status.isFromElsewhere { contact.answered(date: response.values(of: "Date").first) }
      throw .status(status)
    }
  }

  /// The answer, whatever its status; a long silence is told.
  private func outcome(of request: HTTPRequest) async -> Result<HTTPResponse, TransportError> {
    await contact.watchingSilence(for: patience.untold) {
      do throws(TransportError) {
        return .success(try await transport.send(request))
      } catch {
        return .failure(error)
      }
    }
  }

  /// The HTTP request of a call, with whatever shows who asks.
  func request(for call: Call, showing proof: Credential.Proof) -> HTTPRequest {
    var request = HTTPRequest(
      call.method,
      call.endpoint.url(on: server),
      tls: connection.tls,
      proxy: connection.proxy,
      maximumResponseSize: call.answer.sizeLimit,
    )
    request.headers =
      proof.headers + connection.impersonation + [
        HTTPHeader("Accept", call.accept), HTTPHeader("User-Agent", "fedctl"),
      ]
    // As for kubectl, what the kubeconfig itself holds comes before what a plugin gives.
    if request.tls.identity == nil { request.tls.identity = proof.identity }
    if let body = call.body {
      request.headers.append(HTTPHeader("Content-Type", call.contentType))
      request.body = body.bytes()
    }
    return request
  }
}

extension HTTPResponse {
  /// Whether it is the API server's own no.
  fileprivate var isStatusOfAPI: Bool { !isSuccess && APIStatus(code: status, body: body).isOfAPI }
}

extension KubernetesError {
  /// Whether the request may have had its effect although this is what came back.
  fileprivate var mayHaveArrived: Bool {
    switch self {
    case .transport(let error):
      switch error.reason {
      case .dropped, .timedOut: true
      default: false
      }
    case .status(let status): status.isFromElsewhere
    case .notServed, .malformedAnswer, .credential: false
    }
  }
}

extension HTTPRequest {
  /// Takes no longer than this, but for a moment in which a server that is there can answer.
  fileprivate mutating func limit(to time: Duration) {
    let bound = max(time, .seconds(2))
    timeout = timeout.map { min($0, bound) } ?? bound
    connectTimeout = min(connectTimeout, bound)
  }
}
