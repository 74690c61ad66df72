import Digest
package import FoundationEssentials
package import HTTP
import Text

/// Signature Version 4 of AWS, in headers.
package struct RequestSigner: Sendable {
  let credentials: S3Credentials
  let region: String
  let service: String

  package init(_ credentials: S3Credentials, region: String, service: String = "s3") {
    self.credentials = credentials
    self.region = region
    self.service = service
  }

  /// The request's headers and those that prove who sends it and that nothing was changed.
  ///
  /// `time` is the server's: AWS refuses 15 minutes' difference.
  package func headers(of request: AWSRequest, at time: Date) -> [HTTPHeader] {
    let stamp = Self.stamp(of: time)
    let payload = Digest.sha256(request.body).hexadecimal
    var headers = request.headers
    headers.append(HTTPHeader("x-amz-date", stamp))
    headers.append(HTTPHeader("x-amz-content-sha256", payload))
    if let token = credentials.sessionToken {
      headers.append(HTTPHeader("x-amz-security-token", token))
    }
    let signed = Self.canonical(headers + [HTTPHeader("host", request.host)])
    let names = signed.map(\.name).joined(separator: ";")
    let canonicalRequest = [
      request.method.rawValue, request.encodedPath, request.encodedQuery,
      signed.map { "\($0.name):\($0.value)\n" }.joined(), names, payload,
    ].joined(separator: "\n")
    let scope = "\(stamp.prefix(8))/\(region)/\(service)/aws4_request"
    let signature = signature(of: canonicalRequest, stamp: stamp, scope: scope)
    let proof =
      "AWS4-HMAC-SHA256 Credential=\(credentials.accessKeyID)/\(scope), "
      + "SignedHeaders=\(names), Signature=\(signature)"
    return headers + [HTTPHeader("Authorization", proof)]
  }

  /// Of the request's canonical form, with the key of this day and region.
  private func signature(of request: String, stamp: String, scope: String) -> String {
    let text = [
      "AWS4-HMAC-SHA256", stamp, scope, Digest.sha256(request).hexadecimal,
    ].joined(separator: "\n")
    let parts = [String(stamp.prefix(8)), region, service, "aws4_request", text]
    return parts.reduce(Digest(bytes: Array("AWS4\(credentials.secretAccessKey)".utf8))) {
      Digest.authentication(of: $1, key: $0.bytes)
    }.hexadecimal
  }

  /// Names in lower case and in order; runs of white space become one space.
  private static func canonical(_ headers: [HTTPHeader]) -> [HTTPHeader] {
    headers.map { header in
      let words = header.value.split(whereSeparator: \.isWhitespace)
      return HTTPHeader(header.name.lowercased(), words.joined(separator: " "))
    }.sorted { $0.name < $1.name }
  }

  /// `20130524T000000Z`.
  private static func stamp(of time: Date) -> String {
    RFC3339.text(of: time).filter { $0 != "-" && $0 != ":" }
  }
}
