package import Facts
package import Metrics
package import Objects

/// What a cluster's writer, or its way to the hub, tells: why samples do not arrive.
package enum WritingFinding: Fact, Hashable {
  /// The object that says how it writes is not there.
  case noWriter(ObjectReference)
  /// It writes nowhere.
  case noAddress(ObjectReference)
  /// It has no token to show: the Secret is not there, or has nothing under this key.
  case noToken(ObjectReference, key: String)
  /// Whom it has to trust is not there.
  case noAuthority(ObjectReference, key: String)
  /// It has no certificate to show: the Secret is not there, or has nothing under this key.
  case noCertificate(ObjectReference, key: String)
  /// What it shows, or whom it trusts, is nothing that can be used, in the TLS library's words.
  case certificateUnusable(TransportError)
  /// The hub finds its certificate expired.
  case certificateExpired
  /// The hub does not trust whoever has signed its certificate.
  case certificateUnknown
  /// The hub does not take its certificate for another reason, in the TLS library's words.
  case certificateRefused(TransportError)
  /// OpenShift's own Prometheus has a proxy before it, to which no API server leads.
  case platformUnasked
  /// The hub does not know whose the token is (401).
  case tokenRefused
  /// The hub knows who writes and does not let them (403), in its words.
  case notAllowed(said: String?)
  /// The hub cannot be believed by what the cluster trusts, in the TLS library's words.
  case authorityWrong(TransportError)
  /// The hub takes no samples: it is asked too often (429).
  case throttled
  /// The hub, or what stands before it, answers with another status.
  case hubFails(status: Int, said: String?)
  /// The hub's address does not answer from here, which need not be so from the cluster.
  case unreachable(TransportError)
  /// The hub takes what the cluster shows: the way is open.
  case wayOpen
  /// A sample that was written as the cluster was found on the hub within so many seconds.
  case probeFound(seconds: Int)
  /// A sample that was written as the cluster was taken in, and not found within half a minute.
  case probeLost
  /// Its Prometheus has no pod that is ready.
  case notRunning
  /// The hub refuses so many of its samples a second for good: they are lost. The statuses are those with which receive
  /// has refused any since it started; none where it does not tell.
  case refusing(perSecond: Double, statuses: [Int])
  /// What receive holds of it and has taken in.
  case receiveHolds(ReceiveFigures)
  /// Receive has refused samples of it since it started, so many with each status.
  case receiveRefuses([Int: Int])
  /// The querier cannot ask its sidecar, in the querier's words.
  case storeFails(name: String, said: String)
  /// Among the sidecars that the querier asks, none has its labels.
  case noStore
  /// So many samples a second have to be sent again: the hub does not answer, or has trouble.
  case retrying(perSecond: Double)
  /// What it has sent is so many seconds behind what it has.
  case behind(seconds: Int)
  /// Nothing of it has reached the bucket for so many seconds.
  case uploadLate(seconds: Int)
  /// Its Prometheus, or its API server, may not be asked, or does not answer.
  case untold(MetricsFailure)
  /// What the cluster shows cannot be read.
  case unread(KubernetesError)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case noWriter = "verify.no-writer"
    case noAddress = "verify.no-write-address"
    case noToken = "verify.no-token"
    case noAuthority = "verify.no-authority"
    case noCertificate = "verify.no-certificate"
    case certificateUnusable = "verify.certificate-unusable"
    case certificateExpired = "verify.certificate-expired"
    case certificateUnknown = "verify.certificate-unknown"
    case certificateRefused = "verify.certificate-refused"
    case platformUnasked = "verify.platform-unasked"
    case tokenRefused = "verify.token-refused"
    case notAllowed = "verify.not-allowed"
    case authorityWrong = "verify.authority-wrong"
    case throttled = "verify.throttled"
    case hubFails = "verify.hub-fails"
    case unreachable = "verify.hub-unreachable"
    case wayOpen = "verify.way-open"
    case probeFound = "verify.probe-found"
    case probeLost = "verify.probe-lost"
    case notRunning = "verify.writer-not-running"
    case refusing = "verify.samples-refused"
    case receiveHolds = "verify.receive-holds"
    case receiveRefuses = "verify.receive-refuses"
    case storeFails = "verify.sidecar-fails"
    case noStore = "verify.no-sidecar"
    case retrying = "verify.samples-retried"
    case behind = "verify.writer-behind"
    case uploadLate = "verify.upload-late"
    case untold = "verify.writer-untold"
    case unread = "verify.writer-unread"
  }

  package var code: Code {
    switch self {
    case .noWriter: .noWriter
    case .noAddress: .noAddress
    case .noToken: .noToken
    case .noAuthority: .noAuthority
    case .noCertificate: .noCertificate
    case .certificateUnusable: .certificateUnusable
    case .certificateExpired: .certificateExpired
    case .certificateUnknown: .certificateUnknown
    case .certificateRefused: .certificateRefused
    case .platformUnasked: .platformUnasked
    case .tokenRefused: .tokenRefused
    case .notAllowed: .notAllowed
    case .authorityWrong: .authorityWrong
    case .throttled: .throttled
    case .hubFails: .hubFails
    case .unreachable: .unreachable
    case .wayOpen: .wayOpen
    case .probeFound: .probeFound
    case .probeLost: .probeLost
    case .notRunning: .notRunning
    case .refusing: .refusing
    case .receiveHolds: .receiveHolds
    case .receiveRefuses: .receiveRefuses
    case .storeFails: .storeFails
    case .noStore: .noStore
    case .retrying: .retrying
    case .behind: .behind
    case .uploadLate: .uploadLate
    case .untold: .untold
    case .unread: .unread
    }
  }

  /// How much it matters.
  package var gravity: Gravity {
    switch self {
    case .wayOpen, .probeFound, .receiveHolds: .well
    case .unreachable, .untold, .unread, .platformUnasked: .untold
    case .retrying, .behind, .uploadLate, .receiveRefuses: .warning
    case .noWriter, .noAddress, .noToken, .noAuthority, .tokenRefused, .notAllowed,
      .authorityWrong, .throttled, .hubFails, .probeLost, .notRunning, .refusing, .storeFails,
      .noStore, .noCertificate, .certificateUnusable, .certificateExpired, .certificateUnknown,
      .certificateRefused:
      .error
    }
  }
}
