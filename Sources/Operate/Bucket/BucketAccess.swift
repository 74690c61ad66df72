import Facts
package import Fleet
package import FoundationEssentials
import HTTP
package import ObjectStore
import Objects

/// How fedctl gets at the bucket, and what it hands to the pods that do: from where the fleet file
/// says, on this machine.
package struct BucketAccess: Sendable {
  /// Speaks to the bucket, with the keys that this machine has.
  package let client: S3Client
  /// What the fleet file says of it.
  package let bucket: Bucket
  /// The fleet's name, which the bucket's tag holds.
  package let fleet: String
  private let provider: CredentialProvider
  /// In PEM.
  private let authority: String?

  /// `tell` gets what a profile's program says to people.
  init(
    _ bucket: Bucket,
    of fleet: String,
    _ request: SessionRequest,
    transport: HTTPTransport,
    tell: @escaping @Sendable (ProgramNews) -> Void,
  ) throws(FileProblem) {
    self.bucket = bucket
    self.fleet = fleet
    let search = CredentialSearch(
      environment: request.environment,
      region: bucket.region,
      transport: transport,
      tell: tell,
      read: Self.text(of:),
    )
    provider = CredentialProvider(
      search,
      from: bucket.sources(request),
      hiding: request.secrets,
    )
    authority = try bucket.authority(beside: request.fleetFile)
    client = S3Client(
      S3Location(bucket, authority: authority),
      credentials: provider,
      transport: transport,
    )
  }

  /// What stands in the hub's Secret; empty where it holds no keys, or is somebody else's.
  func secrets() async throws -> [BucketCredential: String] {
    var secrets: [BucketCredential: String] = [:]
    secrets[.certificateAuthority] = authority
    guard bucket.credentials.areShared else { return secrets }
    let keys = try await provider.current()
    if let expiry = keys.expiry { throw BucketAccessProblem.passing(keys.source, expiry) }
    secrets[.accessKeyID] = keys.accessKeyID
    secrets[.secretAccessKey] = keys.secretAccessKey
    secrets[.sessionToken] = keys.sessionToken ?? ""
    return secrets
  }

  /// What apply does about the bucket, without changing anything.
  func plan() async -> BucketPlan {
    bucket.isChecked ? await client.plan(intent) : .unchecked(.switchedOff)
  }

  func carryOut(_ plan: BucketPlan, tell: (BucketEvent) -> Void) async throws {
    try await client.carryOut(plan, intent, tell: tell)
  }

  /// Below which all keys of the fleet are; empty, or with a slash at its end.
  package var prefix: String { bucket.prefix.map { "\($0)/" } ?? "" }

  private var intent: BucketIntent {
    BucketIntent(
      fleet: fleet,
      prefix: prefix,
      isCreated: bucket.isCreated,
      sharesKeys: bucket.credentials.areShared,
    )
  }

  private static func text(of path: String) -> String? {
    (try? LocalFile.read(path, as: .bucketAuthority, limit: 1 << 20))
      .flatMap { String(validating: $0, as: UTF8.self) }
  }
}

/// Why the bucket's keys cannot be handed to pods.
package enum BucketAccessProblem: Error, Hashable, Fact {
  /// Keys that end, and so must not stand in a Secret: where they are from, and when they end.
  case passing(CredentialPlace, Date)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case passing = "bucket.passing-credentials"
  }

  package var code: Code {
    switch self {
    case .passing: .passing
    }
  }
}

extension Bucket {
  /// Where fedctl's own credentials are looked for: the pods' keys, or what AWS' own tools take.
  fileprivate func sources(_ request: SessionRequest) -> [CredentialSource] {
    switch credentials {
    case .environment: [.environment]
    case .profile(let name): CredentialSource.profile(name)
    case .file(let path): [.file(LocalFile.path(path, beside: request.fleetFile))]
    case .existingSecret, .keysInSecret, .externalSecret, .iamRole, .podIdentity, .nodeRole:
      CredentialSource.standard(request.environment)
    }
  }

  /// The authorities to trust, in PEM; nil where the system's are.
  fileprivate func authority(beside fleetFile: String) throws(FileProblem) -> String? {
    guard let authorityFile else { return nil }
    let path = LocalFile.path(authorityFile, beside: fleetFile)
    let bytes = try LocalFile.read(path, as: .bucketAuthority, limit: 1 << 20)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension S3Location {
  fileprivate init(_ bucket: Bucket, authority: String?) {
    let addressing: Addressing =
      switch bucket.lookupType {
      case .automatic: .automatic
      case .path: .path
      case .virtualHosted: .virtualHost
      }
    self.init(
      bucket: bucket.name,
      region: bucket.region,
      endpoint: bucket.endpoint,
      isInsecure: bucket.isInsecure,
      addressing: addressing,
      tls: TLSOptions(authorities: authority.map { Array($0.utf8) }),
      owner: bucket.owner,
    )
  }
}
