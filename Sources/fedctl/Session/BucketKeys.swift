import Fleet
import Manifest
import ObjectStore

/// The bucket's keys, from where the fleet file says they are on this machine.
enum BucketKeys {
  /// Empty where the keys are in the cluster already, and where there is no bucket.
  static func find(
    for credentials: BucketCredentials?,
    environment: [String: String],
    fleetFile: String,
  ) throws(CredentialSourceError) -> [BucketCredential: String] {
    let source: CredentialSource
    switch credentials {
    case .environment: source = .environment
    case .profile(let name): source = .profile(name)
    case .file(let path): source = .file(beside(fleetFile, path))
    case .existingSecret, nil: return [:]
    }
    let keys = try CredentialSource.credentials(from: [source], environment: environment) { path in
      (try? LocalFile.read(path, limit: 1 << 20)).flatMap { String(validating: $0, as: UTF8.self) }
    }
    return [
      .accessKeyID: keys.accessKeyID,
      .secretAccessKey: keys.secretAccessKey,
      .sessionToken: keys.sessionToken ?? "",
    ]
  }

  /// A path that is relative to the fleet file's folder.
  private static func beside(_ file: String, _ path: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    return "\(file[...slash])\(path)"
  }
}
