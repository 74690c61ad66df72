import Diagnostics
import ObjectStore
import Operate

extension PurgeRefusal {
  /// An error that ends the command before anything is deleted, and what to do.
  var lines: [String] {
    switch self {
    case .otherFleet(let name):
      [
        "error: the bucket belongs to fleet \(name) by its tag \(S3Client.fleetTag); "
          + "nothing has been changed",
        "  Tear that fleet down instead, or leave --purge-bucket out.",
      ]
    case .untagged:
      [
        "error: the bucket has no tag \(S3Client.fleetTag): fedctl has not made it; "
          + "nothing has been changed",
        "  If its metrics are this fleet's alone, pass --dangerous-purge-untagged.",
      ]
    case .tagsUnreadable(let error):
      [
        "error: whose the bucket is cannot be read, so it is not purged: \(error.words)",
        "  Grant s3:GetBucketTagging, then run it again.",
      ]
    case .objectLock:
      [
        "error: the bucket has Object Lock: versions in it may refuse to be deleted before their time",
        "  Wait until their retention has ended or lift it, switch the lock's default off, and "
          + "delete with a tool that may bypass governance.",
      ]
    case .foreignKeys(let count, let keys):
      [
        "error: \(Count(count, "key")) in the bucket that Thanos does not write, as "
          + "\(Sentence.some(keys.map(Printable.text))); nothing has been changed",
        "  Move them away, give the fleet a prefix of its own, or pass --keep-foreign.",
      ]
    }
  }
}

/// What is said of a purge whatever it finds.
enum PurgeWords {
  static let bucketToo = "the bucket itself, once it is empty"

  /// A number of bytes as people read it: `12.3 GiB`.
  fileprivate static func size(_ bytes: Int) -> String {
    let units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"]
    var (value, unit) = (Double(bytes), 0)
    while value >= 1024, unit < units.count - 1 { (value, unit) = (value / 1024, unit + 1) }
    guard unit > 0 else { return "\(bytes) B" }
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }

  /// A key on one line, whatever it holds.
  fileprivate static func key(_ key: String) -> String {
    Printable.text(key).replacing("\n", with: "\\n")
  }
}

extension PurgeEvent {
  /// The line of an event that has no more to tell; of others, what they are about.
  func words(for bucket: String) -> String {
    switch self {
    case .bucketMissing: "Bucket \(bucket) does not exist any more."
    case .counted(let count): "bucket \(bucket): \(count) objects counted"
    case .interrupted: "interrupted: no more batches are sent; a second interrupt ends at once"
    case .bucketDeleted: "Bucket \(bucket) deleted."
    case .bucketNotEmpty:
      "bucket \(bucket) is not deleted: it still holds objects, outside the fleet's prefix or "
        + "not written by Thanos"
    case .heldBack: "the bucket is not purged while something may still write to it"
    case .surveyed(let survey, _): survey.words
    case .origins(let origins): origins.lines.joined(separator: "\n")
    case .deleted(let count, let total): "bucket \(bucket): \(count) of \(total) deleted"
    case .ended(let outcome): outcome.words
    }
  }
}

extension BucketSurvey {
  /// What would go.
  var words: String {
    let pending = uploads > 0 ? ", and \(Count(uploads, "unfinished upload"))" : ""
    return "\(Count(objects, "object")), \(PurgeWords.size(bytes)), in \(Count(blocks, "block"))"
      + pending
  }

  /// What is not Thanos'; nil where there is nothing of that kind.
  var foreignWords: String? {
    guard foreign > 0 else { return nil }
    let keys = Sentence.some(foreignKeys.map(PurgeWords.key))
    return "\(Count(foreign, "key")) that Thanos does not write: \(keys)"
  }
}

extension [BlockOrigin: BlockTotals] {
  /// One line per origin, in their order.
  var lines: [String] {
    sorted { $0.key < $1.key }.map { origin, totals in
      "\(origin.source) \(origin.labels): \(Count(totals.blocks, "block")), "
        + "\(Count(totals.objects, "object")), \(PurgeWords.size(totals.bytes))"
    }
  }
}

extension PurgePace.Snapshot {
  /// How far it has come.
  var words: String {
    let left = left.map { ", \($0) s left" } ?? ""
    return "\(done) of \(total) deleted, \(Int(rate)) a second\(left)"
  }
}

extension PurgeOutcome {
  /// How far it has come.
  var words: String {
    let given = aborted > 0 ? ", \(Count(aborted, "upload")) given up" : ""
    let done = "\(Count(deleted, "object")) deleted\(given)"
    return isComplete
      ? "Purge complete: \(done)." : "Purge incomplete: \(done). Run it again to go on."
  }

  /// What the server kept, and the first of them with its reasons.
  var keptLines: [String] {
    guard kept > 0 else { return [] }
    return ["the server kept \(Count(kept, "object")):"]
      + firstKept.map { "  \(PurgeWords.key($0.key)): \($0.code): \($0.message)" }
  }
}
