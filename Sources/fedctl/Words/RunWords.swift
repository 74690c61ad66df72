import Apply
import Diagnostics
import Kubernetes
import ObjectStore
import Operate

/// What is said of a run as a whole.
enum RunWords {
  static let changedMeanwhile =
    "another run has changed the fleet since this plan was made; it is now:"
  static let interrupted =
    "interrupted: nothing more is started; a second interrupt ends at once"

  /// In which order clusters are changed.
  static func waves(_ waves: [[String]]) -> String {
    let first = NameRanges.folded(waves.first ?? []).joined(separator: ", ")
    let others = waves.dropFirst().map(\.count)
    let size = others.count > 1 ? " in waves of \(others.first ?? 0)" : ""
    return """
      \(first) first, then \(Count(others.reduce(0, +), "other cluster"))\(size), each wave once the one \
      before is ready
      """
  }

  /// How much has been asked so far, and of how many clusters that have answered.
  static func looking(_ requests: Int, _ clusters: Int, _ time: Duration) -> String {
    "Looking: \(Count(requests, "request")), \(Count(clusters, "cluster")), \(time.words)"
  }

  /// Somebody else holds the lease now.
  static func stopping(_ refusal: FleetLease.Refusal) -> String { "stopping: \(refusal.words)" }
}

extension Unlocked {
  /// What a run without the lease means, and why there is none.
  var words: String {
    let consequence = "so nothing keeps a second run from working now"
    return switch self {
    case .hubUnreachable: "the hub cannot be reached, \(consequence)"
    case .namespaceEnds: "the hub's namespace is being deleted, \(consequence)"
    }
  }
}

extension RequestTrace {
  /// One request on one line, without its query's secrets, for there are none.
  var words: String {
    let milliseconds = duration / .milliseconds(1)
    let answer = status.map(String.init) ?? "no answer"
    return "\(context): \(method) \(url) \(answer) \(Int(milliseconds)) ms"
  }
}

extension BucketEvent {
  /// With the bucket that it is about.
  func words(for bucket: String) -> String { "bucket \(bucket): \(words)" }
}
