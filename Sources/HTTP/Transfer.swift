import CLibCurl
import FoundationEssentials

/// One exchange under way.
///
/// `@unchecked Sendable`: after it has been queued, only the transport's thread touches its state.
final class Transfer: @unchecked Sendable {
  /// What the body's bytes are for.
  enum Delivery {
    /// All of it, with the answer's head, at the end.
    case whole(@Sendable (Result<HTTPResponse, TransportError>) -> Void)
    /// Piece by piece.
    case pieces(@Sendable (HTTPPiece) -> Void, end: @Sendable (TransportError?) -> Void)
  }

  let easy: EasyHandle
  private let host: String
  private let limit: Int
  private let delivery: Delivery
  private var response = HTTPResponse(status: 0)
  private var received = 0
  private var hasSentHead = false

  init(_ request: HTTPRequest, _ delivery: Delivery) throws(TransportError) {
    easy = try EasyHandle(request)
    let parts = URLComponents(string: request.url)
    host = [parts?.host, parts?.port.map(String.init)].compactMap { $0 }.joined(separator: ":")
    limit = request.maximumResponseSize
    self.delivery = delivery
  }

  /// A line of the answer's head; a status line begins a new one, as after an interim answer.
  func receive(headerLine bytes: UnsafeRawBufferPointer) {
    let line = unsafe String(decoding: bytes, as: UTF8.self)
    if line.hasPrefix("HTTP/") {
      response.headers = []
    } else if let colon = line.firstIndex(of: ":") {
      let value = line[line.index(after: colon)...].trimming(while: \.isWhitespace)
      response.headers.append(HTTPHeader(String(line[..<colon]), String(value)))
    }
  }

  /// A piece of the body; false stops the transfer.
  func receive(body bytes: UnsafeRawBufferPointer) -> Bool {
    received += bytes.count
    guard received <= limit else { return false }
    switch delivery {
    case .whole: unsafe response.body.append(contentsOf: bytes)
    case .pieces(let receive, _):
      sendHead()
      unsafe receive(.body([UInt8](bytes)))
    }
    return true
  }

  func end(_ code: CURLcode) {
    response.status = unsafe fedctl_status(easy.pointer)
    end(code == CURLE_OK ? nil : error(for: code))
  }

  func end(_ error: TransportError?) {
    switch delivery {
    case .whole(let receive): receive(error.map(Result.failure) ?? .success(response))
    case .pieces(_, let end):
      if error == nil { sendHead() }
      end(error)
    }
  }

  private func sendHead() {
    guard case .pieces(let receive, _) = delivery, !hasSentHead else { return }
    hasSentHead = true
    receive(.head(status: unsafe fedctl_status(easy.pointer), headers: response.headers))
  }

  private func error(for code: CURLcode) -> TransportError {
    let reason = unsafe String(cString: curl_easy_strerror(code))
    return switch code {
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .invalidURL
    case CURLE_COULDNT_RESOLVE_HOST: .cannotResolve(host: host)
    case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: .proxy(reason: reason)
    case CURLE_COULDNT_CONNECT: .cannotConnect(host: host, reason: reason)
    case CURLE_OPERATION_TIMEDOUT: .timedOut(host: host)
    case CURLE_WRITE_ERROR where received > limit: .tooLarge(host: host, limit: limit)
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM,
      CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CIPHER:
      .tls(host: host, reason: reason)
    default: .dropped(host: host, reason: reason)
    }
  }
}

/// A part of a streamed answer: first its head, then its body.
package enum HTTPPiece: Sendable {
  case head(status: Int, headers: [HTTPHeader])
  case body([UInt8])
}

extension Substring {
  fileprivate func trimming(while isSpace: (Character) -> Bool) -> Substring {
    let start = drop(while: isSpace)
    return start[..<(start.lastIndex { !isSpace($0) }.map(start.index(after:)) ?? start.startIndex)]
  }
}
