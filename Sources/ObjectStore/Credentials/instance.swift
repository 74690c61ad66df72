import HTTP
import JSON
import Text

extension CredentialSearch {
  /// IMDSv2: a token, the name of the instance's role, the role's credentials.
  func instance() async throws(CredentialSourceError) -> S3Credentials? {
    let place = CredentialSource.instance.place
    guard variable("AWS_EC2_METADATA_DISABLED")?.lowercased() != "true" else { return nil }
    let server = variable("AWS_EC2_METADATA_SERVICE_ENDPOINT") ?? "http://169.254.169.254"
    let base = server.withoutTrailingSlashes
    let lifetime = HTTPHeader("X-aws-ec2-metadata-token-ttl-seconds", "21600")
    // Whoever does not answer this is no instance's metadata service.
    guard
      let token = try? await transport.send(
        local(.put, "\(base)/latest/api/token", [lifetime])
      ), token.isSuccess
    else { return nil }
    let proof = HTTPHeader(
      "X-aws-ec2-metadata-token",
      String(decoding: token.body, as: UTF8.self),
    )
    let roles = "\(base)/latest/meta-data/iam/security-credentials/"
    let names = try await answer(to: local(.get, roles, [proof]), place: place)
    let role = String(decoding: names.body, as: UTF8.self).split(whereSeparator: \.isNewline).first
    guard names.isSuccess, let role else { return nil }
    let response = try await answer(
      to: local(.get, roles + PercentEncoding.strict(String(role)), [proof]),
      place: place,
    )
    guard response.isSuccess, let answer = try? JSON(parsing: response.body) else {
      throw .failed(place, .roleStatus(response.status, role: String(role)))
    }
    return try S3Credentials(in: answer, tokenKey: "Token", place: place)
  }
}
