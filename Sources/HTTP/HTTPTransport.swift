internal import CLibCurl
package import Facts
package import Text

/// Sends requests, many at a time, over connections that are kept and shared.
///
/// Redirects are not followed and nothing is retried: both are answers for the caller to judge.
/// HTTP/2 is spoken where a TLS server offers it.
package final class HTTPTransport: Sendable {
  /// The machine gave no thread or no memory for a transport.
  package struct SetupError: Error, Hashable, Sendable {}

  /// Whether whoever reads a stream wants more of it.
  package enum Flow: Sendable {
    case more
    case stop
  }

  private static let library = curl_global_init(Int(CURL_GLOBAL_ALL))

  private let loop: TransferLoop
  private let secrets: KnownSecrets
  private let proxies: EnvironmentProxy
  private let authorities: EnvironmentAuthorities
  private let trace: (@Sendable (HTTPTrace) -> Void)?

  /// Of `environment`, the variables count that name proxies and authorities.
  ///
  /// Whatever shows who asks is added to `secrets` before it is sent.
  ///
  /// `trace` is told of every request when it has ended, on the transport's own thread: it must be
  /// quick.
  package init(
    maximumConnectionsPerHost: Int = 32,
    environment: [String: String] = [:],
    hiding secrets: KnownSecrets = KnownSecrets(),
    trace: (@Sendable (HTTPTrace) -> Void)? = nil,
  ) throws(SetupError) {
    guard Self.library == CURLE_OK,
      let loop = TransferLoop(maximumConnectionsPerHost: maximumConnectionsPerHost), loop.start()
    else { throw SetupError() }
    self.loop = loop
    self.secrets = secrets
    proxies = EnvironmentProxy(environment)
    authorities = EnvironmentAuthorities(environment)
    self.trace = trace
  }

  deinit { loop.close() }

  /// The whole answer, whatever its status.
  ///
  /// Cancelling the task drops the request and throws `cancelled`.
  package func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
    try await run(request, streams: false) { _ in .more }
  }

  /// Hands the body of a successful answer on as it comes, until it ends or is told to stop; of what comes
  /// faster than it is taken, no more than the request's size limit is kept.
  ///
  /// The body of an unsuccessful answer is in the response that comes back.
  package func stream(
    _ request: HTTPRequest,
    onBytes: ([UInt8]) async -> Flow,
  ) async throws(TransportError) -> HTTPResponse {
    try await run(request, streams: true, onBytes: onBytes)
  }

  private func run(
    _ request: HTTPRequest,
    streams: Bool,
    onBytes: ([UInt8]) async -> Flow,
  ) async throws(TransportError) -> HTTPResponse {
    let (events, sink) = AsyncStream.makeStream(of: TransferEvent.self)
    let transfer = try begin(request, streams: streams, sink)
    for await event in events {
      switch event {
      case .bytes(let bytes):
        defer { transfer.read(bytes.count) }
        if case .stop = await onBytes(bytes) { return HTTPResponse(status: 200) }
      case .end(let result): return try result.get()
      }
    }
    throw TransportError(.cancelled, url: request.printableURL)
  }

  /// The transfer ends with the stream of its events: whoever leaves the stream cancels it.
  private func begin(
    _ request: HTTPRequest,
    streams: Bool,
    _ sink: AsyncStream<TransferEvent>.Continuation,
  ) throws(TransportError) -> Transfer {
    secrets.insert(request.secrets)
    if let header = request.unsendableHeader {
      throw TransportError(.unsendableHeader(name: header), url: request.printableURL)
    }
    guard var easy = EasyHandle() else {
      throw TransportError(.outOfMemory, url: request.printableURL)
    }
    easy.prepare(request, proxies, authorities)
    let transfer = Transfer(request, easy: easy, streams: streams, events: sink, trace: trace)
    sink.onTermination = { [loop] reason in
      if case .cancelled = reason { loop.cancel(transfer) }
    }
    loop.add(transfer)
    return transfer
  }
}
