import Diagnostics
import ObjectStore
import Operate
import Text

extension BlockFinding {
  /// Behind the title.
  var words: String {
    switch self {
    case .newest(let block): "the newest block, \(block.words)"
    case .late(let block, let seconds, _):
      "nothing of the last \(Duration.seconds(seconds).words) is in the bucket: the newest block, \(block.words)"
    case .missing(let days, _):
      "samples arrive, and no block that was made in \(days) days is in the bucket"
    case .notYet: "no block is in the bucket yet"
    case .read(let count, let since):
      "\(Count(count, "block")) of the bucket read, to those made at \(RFC3339.text(of: since))"
    case .cut(let count, let unknown):
      "there is more in the bucket than is looked at: \(Count(count, "block")) read, of \(Count(unknown, "cluster")) none among them"
    case .switchedOff: "is not looked at: \(BucketUnchecked.switchedOff.words)"
    case .slow(let seconds): "has not told in \(Duration.seconds(seconds).words) what is newest"
    case .unread(let error): "cannot be read for the newest blocks: \(error.words)"
    }
  }

  /// What to do next; nothing where all is well.
  var remedy: String {
    switch self {
    case .newest, .notYet, .read, .cut, .switchedOff, .slow, .unread: ""
    case .late(_, _, .receive), .missing(_, .receive):
      """
      See receive's log, its keys and that it writes to this bucket and prefix (`fedctl plan`): what is not uploaded before \
      its retention ends is lost.
      """
    case .late(_, _, .sidecar), .missing(_, .sidecar):
      """
      See the log of its sidecar, its keys and that it writes to this bucket and prefix (`fedctl plan`): what is not uploaded \
      before Prometheus' retention ends is lost.
      """
    }
  }
}

extension StoredBlock {
  /// `01J…, ends at 2026-11-27T22:00:00Z`.
  fileprivate var words: String { "\(name), ends at \(RFC3339.text(of: end))" }
}
