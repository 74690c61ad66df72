import Facts
import FoundationEssentials
import HTTP
import Text
import XML

/// Roles, for which AWS' token service (STS) gives temporary keys.
extension CredentialSearch {
  /// A profile with `role_arn` and `source_profile`.
  func assumedRole(_ name: String) async throws(CredentialSourceError) -> S3Credentials? {
    let profile = profile(name)
    guard let role = profile["role_arn"], profile["web_identity_token_file"] == nil else {
      return nil
    }
    let place = CredentialPlace.role(role, profile: name)
    guard let source = profile["source_profile"] else {
      throw .unsupported(.profile(name), .roleWithoutSource)
    }
    let keys = self.profile(source)
    let own = try self.keys(of: keys)
    guard let own = try await own == nil ? process(source) : own else {
      throw .failed(place, .noKeys(profile: source))
    }
    var parameters = [
      "Action": "AssumeRole", "RoleArn": role,
      "RoleSessionName": profile["role_session_name"] ?? "fedctl",
    ]
    parameters["ExternalId"] = profile["external_id"]
    return try await exchange(parameters, signedBy: own, place: place)
  }

  /// A token from a file against keys that end.
  func webIdentity(
    _ name: String,
    orEnvironment: Bool,
  ) async throws(CredentialSourceError) -> S3Credentials? {
    let profile = profile(name)
    let file =
      profile["web_identity_token_file"]
      ?? (orEnvironment ? variable("AWS_WEB_IDENTITY_TOKEN_FILE") : nil)
    guard let file else { return nil }
    let place = CredentialPlace.webIdentityFile(file)
    guard let role = profile["role_arn"] ?? variable("AWS_ROLE_ARN") else {
      throw .incomplete(place, missing: .role)
    }
    guard let token = read(file)?.split(whereSeparator: \.isWhitespace).first else {
      throw .failed(place, .fileUnreadable)
    }
    return try await exchange(
      [
        "Action": "AssumeRoleWithWebIdentity", "RoleArn": role,
        "RoleSessionName": profile["role_session_name"] ?? variable("AWS_ROLE_SESSION_NAME")
          ?? "fedctl",
        "WebIdentityToken": String(token),
      ],
      signedBy: nil,
      place: place,
    )
  }

  /// In the body, so that a token stands in no log of addresses.
  private func exchange(
    _ parameters: [String: String],
    signedBy keys: S3Credentials?,
    place: CredentialPlace,
  ) async throws(CredentialSourceError) -> S3Credentials {
    let server = variable("AWS_ENDPOINT_URL_STS") ?? "https://sts.\(region).amazonaws.com"
    guard let parts = server.firstRange(of: "://") else {
      throw .failed(place, .tokenServiceMisnamed)
    }
    var request = AWSRequest(
      .post,
      scheme: String(server[..<parts.lowerBound]),
      host: String(server[parts.upperBound...].prefix { $0 != "/" }),
      headers: [HTTPHeader("Content-Type", "application/x-www-form-urlencoded")],
    )
    let form = parameters.merging(["Version": "2011-06-15"]) { $1 }
    request.body = Array(
      form.map { "\($0.key)=\(PercentEncoding.strict($0.value))" }.sorted()
        .joined(separator: "&").utf8
    )
    let headers =
      keys.map {
        RequestSigner($0, region: region, service: "sts").headers(of: request, at: Date())
      }
      ?? request.headers
    let response = try await answer(
      to: HTTPRequest(request.method, request.url, headers: headers, body: request.body),
      place: place,
    )
    return try credentials(in: response, place: place)
  }

  /// What the service has issued.
  private func credentials(
    in response: HTTPResponse,
    place: CredentialPlace,
  ) throws(CredentialSourceError) -> S3Credentials {
    let document = try? XMLElement(parsing: response.body)
    let result = document?.children.first { $0.name.hasSuffix("Result") }?["Credentials"]
    guard response.isSuccess, let id = result?["AccessKeyId"]?.text,
      let key = result?["SecretAccessKey"]?.text
    else {
      let error = document?["Error"]
      throw .failed(
        place,
        .tokenServiceRefused(
          status: response.status,
          code: error?["Code"]?.text,
          message: error?["Message"]?.text,
        ),
      )
    }
    return S3Credentials(
      accessKeyID: id,
      secretAccessKey: key,
      sessionToken: result?["SessionToken"]?.text,
      expiry: result?["Expiration"].flatMap { RFC3339.date($0.text) },
      source: place,
    )
  }

  /// Refuses what is no answer of the service.
  func answer(
    to request: HTTPRequest,
    place: CredentialPlace,
  ) async throws(CredentialSourceError) -> HTTPResponse {
    do throws(TransportError) {
      return try await transport.send(request)
    } catch {
      throw .failed(place, .transport(error))
    }
  }
}
