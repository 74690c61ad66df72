import Fleet
import FoundationEssentials
import HTTP
import ObjectStore
import Objects

/// How fedctl gets at the bucket, and what it hands to the pods that do: from where the fleet file
/// says, on this machine.
struct BucketAccess: Sendable {
  let client: S3Client
  let bucket: Bucket
  let fleet: String
  private let provider: CredentialProvider
  private let authority: String?

  init(
    _ bucket: Bucket,
    of fleet: String,
    environment: [String: String],
    fleetFile: String,
    transport: HTTPTransport,
  ) throws {
    self.bucket = bucket
    self.fleet = fleet
    let search = CredentialSearch(
      environment: environment,
      region: bucket.region,
      transport: transport,
      read: Self.text(of:),
    )
    let sources = bucket.sources(environment: environment, fleetFile: fleetFile)
    provider = CredentialProvider(search, from: sources)
    authority = try bucket.authorityFile.map { file in
      let bytes = try LocalFile.read(LocalFile.path(file, beside: fleetFile), limit: 1 << 20)
      return String(decoding: bytes, as: UTF8.self)
    }
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
    switch bucket.credentials {
    case .existingSecret, .iamRole: return secrets
    case .environment, .profile, .file: break
    }
    let keys = try await provider.current()
    if let expiry = keys.expiry { throw BucketAccessError.passing(keys.source, expiry) }
    secrets[.accessKeyID] = keys.accessKeyID
    secrets[.secretAccessKey] = keys.secretAccessKey
    secrets[.sessionToken] = keys.sessionToken ?? ""
    return secrets
  }

  /// What apply does about the bucket, without changing anything.
  func plan() async -> BucketPlan {
    bucket.isChecked ? await client.plan(intent) : .unchecked("`check: false` in the fleet file")
  }

  func carryOut(_ plan: BucketPlan, tell: (String) -> Void) async throws {
    try await client.carryOut(plan, intent) { tell("bucket \(bucket.name): \($0)") }
  }

  /// Below which all keys of the fleet are; empty, or with a slash at its end.
  var prefix: String { bucket.prefix.map { "\($0)/" } ?? "" }

  private var intent: BucketIntent {
    let sharesKeys =
      switch bucket.credentials {
      case .environment, .profile, .file: true
      case .existingSecret, .iamRole: false
      }
    return BucketIntent(
      fleet: fleet,
      prefix: prefix,
      isCreated: bucket.isCreated,
      sharesKeys: sharesKeys,
    )
  }

  private static func text(of path: String) -> String? {
    (try? LocalFile.read(path, limit: 1 << 20)).flatMap { String(validating: $0, as: UTF8.self) }
  }
}

enum BucketAccessError: Error {
  /// Keys that end, and so must not stand in a Secret: where they are from, and when they end.
  case passing(String, Date)
}

extension BucketAccessError: CustomStringConvertible {
  var description: String {
    switch self {
    case .passing(let source, let end):
      "the credentials from \(source) end at \(end.formatted(.iso8601)), and the hub's pods need "
        + "lasting ones; use lasting keys, or `iamRole` under `bucket.credentials`"
    }
  }
}

extension Bucket {
  /// Where fedctl's own credentials are looked for: the pods' keys, or what AWS' own tools take.
  fileprivate func sources(
    environment: [String: String],
    fleetFile: String,
  ) -> [CredentialSource] {
    switch credentials {
    case .environment: [.environment]
    case .profile(let name): CredentialSource.profile(name)
    case .file(let path): [.file(LocalFile.path(path, beside: fleetFile))]
    case .existingSecret, .iamRole: CredentialSource.standard(environment)
    }
  }
}

extension S3Location {
  fileprivate init(_ bucket: Bucket, authority: String?) {
    let addressing: Addressing =
      switch bucket.addressing {
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
