/// Remembers some of what was deleted, and notices where it is listed again.
///
/// A server that confirms deletions and keeps everything would otherwise be purged for ever. A listing may be
/// behind for a moment, and somebody may write a key anew: both are given time.
struct PurgeDistrust {
  /// In how many passes deleted keys may be listed again before the server is not believed.
  static let patience = 3
  /// So many are remembered; more would tell nothing new.
  private static let sampleSize = 1000

  /// One version of one key.
  private struct Version: Hashable {
    let key: String
    let id: String?
  }

  private var sample: Set<Version> = []
  /// Those of an earlier pass that this one has met again, the first of them.
  private var again: [String] = []
  private var strikes = 0

  /// What a pass is about to delete.
  mutating func note(_ objects: [S3Object]) {
    for object in objects {
      let version = Version(key: object.key, id: object.versionID)
      if sample.contains(version) {
        if again.count < 5 { again.append(object.key) }
      } else if sample.count < Self.sampleSize {
        sample.insert(version)
      }
    }
  }

  /// What the last pass has met again counts against the server.
  ///
  /// - Throws: where that has happened too often.
  mutating func beginPass() async throws(S3Error) {
    guard !again.isEmpty else { return }
    strikes += 1
    guard strikes < Self.patience else {
      throw .malformed(request: "s3:DeleteObject", .keysStillListed(again))
    }
    again = []
    try? await Task.sleep(for: .seconds(strikes))
  }
}
