import Facts
import HTTP

extension APIStatus {
  /// What a response says that is no success, and who says it.
  init(_ response: HTTPResponse, to url: String) {
    self.init(
      code: response.status,
      body: response.body,
      retryAfter: response.values(of: "Retry-After").first,
      from: Answerer(response, to: url),
    )
  }
}
