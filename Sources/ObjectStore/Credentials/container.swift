import HTTP
import JSON
import Text

extension CredentialSearch {
  /// ECS and EKS Pod Identity tell a container where its credentials are.
  func container() async throws(CredentialSourceError) -> S3Credentials? {
    let place = CredentialSource.container.place
    let url: String
    if let path = variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") {
      url = "http://169.254.170.2\(path)"
    } else if let full = variable("AWS_CONTAINER_CREDENTIALS_FULL_URI") {
      guard Self.isTrustedWithToken(full) else { throw .failed(place, .untrustedEndpoint) }
      url = full
    } else {
      return nil
    }
    let token = variable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE").flatMap(read)
    let words = (token ?? variable("AWS_CONTAINER_AUTHORIZATION_TOKEN"))?
      .split(whereSeparator: \.isNewline).first
    let headers = words.map { [HTTPHeader("Authorization", String($0))] } ?? []
    let response = try await answer(to: local(.get, url, headers), place: place)
    guard response.isSuccess, let answer = try? JSON(parsing: response.body) else {
      throw .failed(place, .endpointStatus(response.status))
    }
    return try S3Credentials(in: answer, tokenKey: "Token", place: place)
  }

  /// The token goes over TLS or does not leave the machine.
  static func isTrustedWithToken(_ url: String) -> Bool {
    if url.begins(with: "https://") { return true }
    let local = [
      "localhost", "127.0.0.1", "[::1]", "169.254.170.2", "169.254.170.23", "[fd00:ec2::23]",
    ]
    return local.contains { host in
      let start = "http://\(host)"
      return url.begins(with: "\(start)/") || url.begins(with: "\(start):")
    }
  }

  /// A request that no proxy may see, to somebody near who answers soon or is not there.
  func local(
    _ method: HTTPRequest.Method,
    _ url: String,
    _ headers: [HTTPHeader] = [],
  ) -> HTTPRequest {
    HTTPRequest(
      method,
      url,
      headers: headers,
      proxy: "",
      connectTimeout: .seconds(1),
      timeout: patience,
      maximumResponseSize: 1 << 20,
    )
  }
}
