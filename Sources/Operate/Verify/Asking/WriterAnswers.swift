import Facts
import FoundationEssentials
import Metrics
import Objects

/// What a cluster itself tells of how it writes to the hub.
struct WriterAnswers: Sendable {
  /// What its own Prometheus says; nil where nothing of the fleet's leads there.
  var own: Result<OwnState, MetricsFailure>?
  /// What came of showing the hub what the cluster shows it; nil where that was not tried.
  var knock: Knock?
  /// What became of a sample that was written as the cluster; nil where none was taken in.
  var probe: ProbeEnd?
  /// By how many seconds its API server's clock is ahead of this machine's; nil where that is not known.
  var serverSkew: Double?

  /// What a Prometheus tells of itself.
  struct OwnState: Hashable, Sendable {
    /// By how many seconds its clock is ahead of this machine's.
    var skew: Double
  }
}

/// What became of a sample that was taken in.
enum ProbeEnd: Hashable, Sendable {
  /// It was found on the hub after so many seconds.
  case found(after: Int)
  /// It was not.
  case lost
}

/// What came of going to the hub as the cluster would, with nothing in the hands.
enum Knock: Sendable, Hashable {
  /// What the object, or what it points at, lacks.
  case lacks(WritingFinding)
  /// The hub, or what stands before it, has answered.
  case answered(status: Int, said: String?)
  case unanswered(TransportError)
  /// What the cluster shows could not be read.
  case unread(KubernetesError)

  /// Whether what was sent was taken in.
  var isTaken: Bool {
    guard case .answered(let status, _) = self else { return false }
    return (200..<300).contains(status)
  }

  /// Whether the connection broke before anything was said.
  var isCutOff: Bool {
    guard case .unanswered(let error) = self, case .dropped = error.reason else { return false }
    return true
  }
}
