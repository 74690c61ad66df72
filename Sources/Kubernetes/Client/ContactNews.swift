package import Facts
package import Objects

/// What is told of a cluster that keeps a run waiting, once for each time that it falls silent.
package struct ContactNews: Fact, Hashable {
  /// What became of the cluster.
  package enum Kind: Hashable, Sendable {
    /// It has taken a request and not answered for so long.
    case silent(for: Duration)
    /// Requests fail, and are sent again until they have been tried for so long.
    case failing(TransportError.Reason, triedFor: Duration)
    /// The same, where something in front of it answers in its place, with this HTTP status.
    case unavailable(status: Int, triedFor: Duration)
    /// It answers again.
    case back
    /// A request for a token of this account was sent again, since nobody knows whether the first one arrived.
    case askedTwice(ObjectReference, boundTo: String)
  }

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case silent = "cluster.silent"
    /// Requests fail and are sent again.
    case failing = "cluster.trying-again"
    /// A cluster that was waited for answers again.
    case back = "cluster.back"
    /// A token may have been made that nobody holds.
    case askedTwice = "cluster.token-asked-twice"
  }

  /// The kubeconfig's context that leads there.
  package let context: String
  /// The base URL of its API.
  package let server: String
  /// What became of it.
  package let kind: Kind

  package var code: Code {
    switch kind {
    case .silent: .silent
    case .failing, .unavailable: .failing
    case .back: .back
    case .askedTwice: .askedTwice
    }
  }
}
