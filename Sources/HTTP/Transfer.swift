internal import CLibCurl
import Facts
internal import Synchronization

enum TransferEvent: Sendable {
  case bytes([UInt8])
  case end(Result<HTTPResponse, TransportError>)
}

/// One request on its way.
///
/// Set up by the task that asks; from then on only the transfer loop's thread touches it, which is
/// why the state needs no lock.
@safe
final class Transfer: @unchecked Sendable {
  let request: HTTPRequest
  let easy: EasyHandle
  private let events: AsyncStream<TransferEvent>.Continuation
  private let streams: Bool
  private let trace: (@Sendable (HTTPTrace) -> Void)?
  private let start = ContinuousClock.now
  private let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

  /// Bytes of headers that are read, of interim answers and trailers too: more than any server sends.
  private static let headerLimit = 256 << 10

  private var headers: [HTTPHeader] = []
  private var headerSize = 0
  private var body: [UInt8] = []
  /// Bytes that were told piece by piece and that nobody has read yet.
  private let unread = Atomic(0)
  /// The limit that the answer goes beyond.
  private var exceeded: Int?
  private var hasEnded = false

  /// Whether `streams`, the body of a successful answer is told piece by piece and not kept.
  init(
    _ request: HTTPRequest,
    easy: consuming EasyHandle,
    streams: Bool,
    events: AsyncStream<TransferEvent>.Continuation,
    trace: (@Sendable (HTTPTrace) -> Void)?,
  ) {
    self.request = request
    self.easy = easy
    self.streams = streams
    self.events = events
    self.trace = trace
    unsafe errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    unsafe self.easy.setErrorBuffer(errorText)
    unsafe self.easy.setContext(Unmanaged.passUnretained(self).toOpaque())
  }

  deinit { unsafe errorText.deallocate() }

  /// False ends the transfer.
  func receive(body bytes: [UInt8]) -> Bool {
    let isStreamed = streams && (200..<300).contains(status)
    let waiting = isStreamed ? unread.load(ordering: .relaxed) : body.count
    guard waiting + bytes.count <= request.maximumResponseSize else {
      exceeded = request.maximumResponseSize
      return false
    }
    if isStreamed {
      unread.add(bytes.count, ordering: .relaxed)
      events.yield(.bytes(bytes))
    } else {
      body += bytes
    }
    return true
  }

  /// Of what was told piece by piece, so many bytes have been read.
  func read(_ count: Int) { unread.subtract(count, ordering: .relaxed) }

  func receive(header bytes: [UInt8]) -> Bool {
    headerSize += bytes.count
    guard headerSize <= Self.headerLimit else {
      exceeded = Self.headerLimit
      return false
    }
    if bytes.starts(with: "HTTP/".utf8) {
      // A new status line: what came before was a proxy's or an interim answer.
      headers = []
    } else if let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
      let value = Self.trimmed(bytes[(colon + 1)...])
      headers.append(
        HTTPHeader(
          String(decoding: bytes[..<colon], as: UTF8.self),
          String(decoding: value, as: UTF8.self),
        )
      )
    }
    return true
  }

  /// A header's value without the white space around it, and without the end of its line (RFC 9110, section 5.5).
  private static func trimmed(_ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isVisible = { (byte: UInt8) in byte != 32 && !(9...13 ~= byte) }
    guard let last = value.lastIndex(where: isVisible) else { return [] }
    return value[...last].drop { !isVisible($0) }
  }

  func end(_ code: CURLcode) {
    guard !hasEnded else { return }
    hasEnded = true
    let result: Result<HTTPResponse, TransportError> =
      code == CURLE_OK
      ? .success(
        HTTPResponse(
          status: status,
          headers: headers,
          body: body,
          certificate: easy.serverCertificate,
        )
      )
      : .failure(TransportError(reason(code), url: request.printableURL))
    finish(result)
  }

  func cancel() {
    guard !hasEnded else { return }
    hasEnded = true
    finish(.failure(TransportError(.cancelled, url: request.printableURL)))
  }

  private func finish(_ result: Result<HTTPResponse, TransportError>) {
    trace?(
      HTTPTrace(
        method: request.method,
        url: request.printableURL,
        outcome: result.map(\.status),
        duration: ContinuousClock.now - start,
      )
    )
    events.yield(.end(result))
    events.finish()
  }

  private var status: Int { easy.number(CURLINFO_RESPONSE_CODE) }

  private func reason(_ code: CURLcode) -> TransportError.Reason {
    if let exceeded { return .tooLarge(limit: exceeded) }
    let text = unsafe String(cString: errorText)
    let detail = text.isEmpty ? unsafe String(cString: curl_easy_strerror(code)) : text
    return TransportError.Reason(code, systemError: easy.number(CURLINFO_OS_ERRNO), detail)
  }
}
