import Facts
package import FoundationEssentials
package import ObjectStore

/// What the bucket tells of what has been uploaded: of a cluster, of all where they share their blocks, or of the look.
package enum BlockFinding: Fact, Hashable {
  /// The newest block.
  case newest(StoredBlock)
  /// Samples have come for longer than a block takes, and the newest block ends so many seconds ago.
  case late(StoredBlock, seconds: Int, by: Uploader)
  /// Samples have come for longer than a block takes, and none was made in so many days.
  case missing(days: Int, by: Uploader)
  /// There is none yet, and there need be none: samples have not come for long.
  case notYet
  /// So many descriptions of blocks were read, and whatever was made since then.
  case read(Int, since: Date)
  /// There was more than a look may take: of so many clusters nothing is known.
  case cut(read: Int, unknown: Int)
  /// The fleet file says that the bucket is not looked at.
  case switchedOff
  /// It took longer than it may, in seconds.
  case slow(seconds: Int)
  /// The bucket cannot be read, as where its keys are not at hand.
  case unread(S3Error)

  /// Who uploads.
  package enum Uploader: Hashable, Sendable {
    /// The hub's receive.
    case receive
    /// The cluster's own sidecar.
    case sidecar
  }

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case newest = "verify.newest-block"
    case late = "verify.block-late"
    case missing = "verify.no-block"
    case notYet = "verify.no-block-yet"
    case read = "verify.blocks-read"
    case cut = "verify.blocks-too-many"
    case switchedOff = "verify.bucket-unchecked"
    case slow = "verify.bucket-slow"
    case unread = "verify.bucket-unread"
  }

  package var code: Code {
    switch self {
    case .newest: .newest
    case .late: .late
    case .missing: .missing
    case .notYet: .notYet
    case .read: .read
    case .cut: .cut
    case .switchedOff: .switchedOff
    case .slow: .slow
    case .unread: .unread
    }
  }

  /// How much it matters.
  package var gravity: Gravity {
    switch self {
    case .newest, .notYet, .read: .well
    case .cut, .switchedOff, .slow, .unread: .untold
    case .late, .missing: .warning
    }
  }
}
