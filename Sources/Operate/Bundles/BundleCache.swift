import Digest
import FoundationEssentials

/// What was downloaded before, by its digest, below the user's cache folder.
///
/// It only spares a download: whatever goes wrong with it is as if nothing were there.
struct BundleCache: Sendable {
  private let folder: URL?

  init(environment: [String: String]) {
    let given = environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let base = given ?? environment["HOME"].map { "\($0)/.cache" }
    folder = base.map { URL(filePath: $0).appending(path: "fedctl/bundles") }
  }

  /// nil unless what is there still has that digest.
  subscript(sha256: String) -> [UInt8]? {
    guard let file = folder?.appending(path: "\(sha256).yaml"),
      let bytes = try? LocalFile.read(file.path, as: .bundle, limit: OperatorBundles.sizeLimit),
      Digest.sha256(bytes).hexadecimal == sha256
    else { return nil }
    return bytes
  }

  func keep(_ bytes: [UInt8]) {
    guard let folder else { return }
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let name = "\(Digest.sha256(bytes).hexadecimal).yaml"
    try? Data(bytes).write(to: folder.appending(path: name), options: .atomic)
  }
}
