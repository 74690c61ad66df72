internal import CLibCurl
import Facts
internal import Glibc

extension TransportError.Reason {
  /// What libcurl's code means to whoever asked; the detail is libcurl's own text.
  init(_ code: CURLcode, systemError: Int, _ detail: String) {
    switch code {
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: self = .malformedURL
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: self = .unresolved
    case CURLE_COULDNT_CONNECT where systemError == Int(ECONNREFUSED): self = .refused
    case CURLE_COULDNT_CONNECT, CURLE_PROXY: self = .unreachable(detail)
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR: self = .untrustedServer(detail)
    case CURLE_SSL_CERTPROBLEM, CURLE_SSL_CACERT_BADFILE: self = .unusableCertificate(detail)
    case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER: self = .handshake(detail)
    case CURLE_OPERATION_TIMEDOUT: self = .timedOut(detail)
    // With TLS 1.3 a server refuses our certificate only after the handshake, as an alert.
    case CURLE_RECV_ERROR where detail.contains("alert"): self = .handshake(detail)
    case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_PARTIAL_FILE, CURLE_HTTP2,
      CURLE_HTTP2_STREAM:
      self = .dropped(detail)
    default: self = .other(detail)
    }
  }
}
