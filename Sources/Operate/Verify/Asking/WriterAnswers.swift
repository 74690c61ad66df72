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
  /// By how many seconds its API server's clock is ahead of this machine's; nil where that is not known.
  var serverSkew: Double?

  /// What a Prometheus tells of itself.
  struct OwnState: Hashable, Sendable {
    /// By how many seconds its clock is ahead of this machine's.
    var skew: Double
  }
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
}
