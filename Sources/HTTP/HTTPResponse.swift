/// A whole answer; of a streamed one, without its body.
package struct HTTPResponse: Sendable {
  /// As 200.
  package let status: Int
  /// In the order in which they came.
  package let headers: [HTTPHeader]
  /// At most as many bytes as the request allows.
  package let body: [UInt8]
  /// The server's own, in PEM, where the request asks for it.
  package let certificate: String?

  package init(
    status: Int,
    headers: [HTTPHeader] = [],
    body: [UInt8] = [],
    certificate: String? = nil,
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.certificate = certificate
  }

  /// 2xx.
  package var isSuccess: Bool { (200..<300).contains(status) }

  /// The values of every header of that name, in the order received.
  package func values(of name: String) -> [String] {
    headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
  }
}
