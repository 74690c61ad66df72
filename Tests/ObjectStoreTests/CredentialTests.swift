import Facts
import FlyingFox
import FlyingSocks
import Foundation
import ObjectStore
import TestSupport
import Testing

private let credentialsFile = """
  # a comment
  [default]
  aws_access_key_id = DEFAULTID
  aws_secret_access_key=default/key+==
  [other]
  aws_access_key_id = OTHERID
  aws_secret_access_key = otherkey
  aws_session_token = token
  [accents]
  aws_access_key_id=\u{301}ID
  aws_secret_access_key = a=\u{301}b
  [half]
  aws_access_key_id = HALFID
  """

private let configurationFile = """
  [profile  made]
  credential_process = /bin/sh -c 'echo "{\\"Version\\": 1, \\"AccessKeyId\\": \\"$ID\\", \
  \\"SecretAccessKey\\": \\"made\\", \\"Expiration\\": \\"2040-01-01T00:00:00Z\\"}"'
  [profile chatty]
  credential_process = /bin/sh -c 'printf "Open https://login.example.com\\n\\nand " >&2; echo "enter A-B" >&2; \
  yes no | head -c 1000000 >&2; echo "{\\"Version\\": 1, \\"AccessKeyId\\": \\"a\\", \\"SecretAccessKey\\": \\"b\\"}"'
  [profile accents-program]
  credential_process = /bin/sh -c 'exit $1' '\u{301}' 7
  [profile endless]
  credential_process = /bin/sh -c "yes"
  [profile asleep]
  credential_process = /bin/sh -c "sleep 3600 & wait"
  [profile broken]
  credential_process = /bin/sh -c "exit 3"
  [profile browser]
  sso_session = corporate
  [profile role]
  role_arn = arn:aws:iam::123456789012:role/fleet
  source_profile = other
  [profile lonely]
  role_arn = arn:aws:iam::123456789012:role/fleet
  """

@Suite(.waitsForPrograms)
struct CredentialTests {
  private func look(
    _ environment: [String: String] = [:],
    from sources: [CredentialSource]? = nil,
    programTimeLimit: Duration = .seconds(3600),
    tell: @escaping @Sendable (ProgramNews) -> Void = { _ in },
  ) async throws -> S3Credentials {
    let all = ["HOME": "/home/me", "AWS_EC2_METADATA_DISABLED": "true"]
      .merging(environment) { $1 }
    let search = CredentialSearch(
      environment: all,
      region: "us-east-1",
      transport: try transport(),
      // The server of these tests shares its threads with all others.
      patience: .seconds(300),
      programTimeLimit: programTimeLimit,
      tell: tell,
      read: { path in
        switch path {
        case "/home/me/.aws/credentials": credentialsFile
        case "/home/me/.aws/config": configurationFile
        case "/token": "a.web.token\n"
        default: nil
        }
      },
    )
    return try await search.credentials(from: sources ?? CredentialSource.standard(all))
  }

  @Test func `the environment comes first, unless a profile is named`() async throws {
    let keys = ["AWS_ACCESS_KEY_ID": "ENVID", "AWS_SECRET_ACCESS_KEY": "envkey"]
    #expect(try await look(keys).accessKeyID == "ENVID")
    let named = try await look(keys.merging(["AWS_PROFILE": "other"]) { $1 })
    #expect(named.accessKeyID == "OTHERID")
    #expect(named.sessionToken == "token")
    #expect(try await look().secretAccessKey == "default/key+==")
  }

  /// To Swift a mark with an accent behind it is another character.
  @Test func `accents behind marks of a file change nothing`() async throws {
    let keys = try await look(["AWS_PROFILE": "accents"])
    #expect(keys.accessKeyID == "\u{301}ID" && keys.secretAccessKey == "a=\u{301}b")
    let error = await #expect(throws: CredentialSourceError.self) {
      try await look(["AWS_PROFILE": "accents-program"])
    }
    let place = CredentialPlace.process(profile: "accents-program")
    #expect(error == .failed(place, .programFailed("/bin/sh", status: 7)))
  }

  @Test func `half a key pair is an error and not a reason to look further`() async {
    let error = await #expect(throws: CredentialSourceError.self) {
      try await look(["AWS_ACCESS_KEY_ID": "ENVID"])
    }
    #expect(
      error == .incomplete(.environment, missing: .secretAccessKey)
    )
    await #expect(throws: CredentialSourceError.self) { try await look(["AWS_PROFILE": "half"]) }
  }

  @Test func `where nothing is found, every place that was looked at is named once`() async {
    let error = await #expect(throws: CredentialSourceError.self) {
      try await look(["AWS_PROFILE": "none"])
    }
    #expect(error == .nothingFound([.profile("none"), .container, .instance]))
  }

  @Test func `a profile's program prints the keys`() async throws {
    let found = try await look(["AWS_PROFILE": "made", "ID": "MADEID", "PATH": "/bin"])
    #expect(found.accessKeyID == "MADEID")
    #expect(found.expiry == Date(timeIntervalSince1970: 2_208_988_800))
  }

  @Test func `what a profile's program says to people is told, and not for ever`() async throws {
    let (told, ear) = AsyncStream.makeStream(of: ProgramNews.self)
    _ = try await look(["AWS_PROFILE": "chatty", "PATH": "/bin:/usr/bin"]) { ear.yield($0) }
    ear.finish()
    let news = await told.reduce(into: []) { $0.append($1) }
    #expect(news.prefix(2).map(\.line) == ["Open https://login.example.com", "and enter A-B"])
    #expect(news.count == 100 && news.allSatisfy { $0.command == "/bin/sh" })
  }

  @Test(arguments: [
    ("endless", Duration.seconds(3600), CredentialFailure.programSaidTooMuch("/bin/sh")),
    ("asleep", Duration.milliseconds(200), CredentialFailure.programSilent("/bin/sh")),
  ])
  func `a profile's program is bounded in what it prints and in time`(
    profile: String,
    limit: Duration,
    failure: CredentialFailure,
  ) async {
    let error = await #expect(throws: CredentialSourceError.self) {
      try await look(
        ["AWS_PROFILE": profile, "PATH": "/bin:/usr/bin"],
        programTimeLimit: limit,
      )
    }
    #expect(error == .failed(.process(profile: profile), failure))
  }

  @Test(arguments: [
    (
      "broken",
      CredentialSourceError.failed(
        .process(profile: "broken"),
        .programFailed("/bin/sh", status: 3),
      ),
    ),
    ("browser", .unsupported(.profile("browser"), .singleSignOn)),
    ("lonely", .unsupported(.profile("lonely"), .roleWithoutSource)),
  ])
  func `a profile that does not work says why`(
    profile: String,
    expected: CredentialSourceError,
  ) async {
    let error = await #expect(throws: CredentialSourceError.self) {
      try await look(["AWS_PROFILE": profile])
    }
    #expect(error == expected)
  }

  @Test(.enabled(if: ObjectServer.isInstalled, "needs moto: make setup"))
  func `roles are exchanged for keys by a real token service`() async throws {
    let service = ["AWS_ENDPOINT_URL_STS": "http://\(try ObjectServer.moto.get().endpoint)"]
    let assumed = try await look(service.merging(["AWS_PROFILE": "role"]) { $1 })
    #expect(assumed.accessKeyID.hasPrefix("ASIA"))
    #expect(assumed.sessionToken != nil && assumed.expiry != nil)
    let web = try await look(
      service.merging([
        "AWS_WEB_IDENTITY_TOKEN_FILE": "/token",
        "AWS_ROLE_ARN": "arn:aws:iam::123456789012:role/fleet",
      ]) { $1 }
    )
    #expect(web.accessKeyID.hasPrefix("ASIA"))
    #expect(web.source == .webIdentityFile("/token"))
  }

  @Test func `a container and an instance ask their endpoints`() async throws {
    let server = HTTPServer(
      address: .loopback(port: 0),
      timeout: 3_600,
      handler: ClosureHTTPHandler(Self.answer),
    )
    let running = ServerThreads.run { try await server.run() }
    defer { running.cancel() }
    try await server.waitUntilListening(timeout: 300)
    guard case .ip6(_, let port) = await server.listeningAddress else {
      Issue.record("the server listens on no loopback port")
      return
    }
    let base = "http://[::1]:\(port)"
    let container = try await look(
      [
        "AWS_CONTAINER_CREDENTIALS_FULL_URI": "\(base)/container",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN": "proof",
      ],
      from: [.container],
    )
    #expect(container.accessKeyID == "LOCALID" && container.sessionToken == "t")
    let instance = try await look(
      ["AWS_EC2_METADATA_SERVICE_ENDPOINT": base, "AWS_EC2_METADATA_DISABLED": ""],
      from: [.instance],
    )
    #expect(instance.accessKeyID == "LOCALID")
    await #expect(throws: CredentialSourceError.self) {
      try await look(
        ["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://example.com/steal"],
        from: [.container],
      )
    }
  }

  /// A container's endpoint and an instance's metadata service.
  @Sendable private static func answer(_ request: HTTPRequest) -> HTTPResponse {
    let keys = """
      {"AccessKeyId":"LOCALID","SecretAccessKey":"key","Token":"t",\
      "Expiration":"2040-01-01T00:00:00Z"}
      """
    let hasProof =
      request.headers[.authorization] == "proof"
      || request.headers[HTTPHeader("X-aws-ec2-metadata-token")] == "token"
    let body: String? =
      switch (request.method, request.path.split(separator: "/").last) {
      case (.PUT, "token"): "token"
      case (.GET, "security-credentials") where hasProof: "the-role"
      case (.GET, "the-role") where hasProof: keys
      case (.GET, "container") where hasProof: keys
      default: nil
      }
    return HTTPResponse(statusCode: body == nil ? .forbidden : .ok, body: Data((body ?? "").utf8))
  }

  @Test func `credentials show nothing of themselves`() {
    let secret = S3Credentials(
      accessKeyID: "ID",
      secretAccessKey: "hidden",
      sessionToken: "hidden",
    )
    var dumped = ""
    dump(secret, to: &dumped)
    #expect(!"\(secret) \(String(reflecting: secret)) \(dumped)".contains("hidden"))
  }
}
