import Diagnostics
import Facts
import Metrics
import Objects
import Operate

extension WritingFinding {
  /// Behind the title.
  var words: String {
    switch self {
    case .noWriter(let object): "\(object.localDescription) is not there: nothing writes to the hub"
    case .noAddress(let object): "\(object.localDescription) has no address to write to"
    case .noToken(let object, let key):
      "it has no token to show: \(object.localDescription) has no `\(key)`"
    case .noAuthority(let object, let key):
      "it does not know whom to trust: \(object.localDescription) has no `\(key)`"
    case .noCertificate(let object, let key):
      "it has no certificate to show: \(object.localDescription) has no `\(key)`"
    case .certificateUnusable(let error):
      "what it shows, or whom it trusts, cannot be used: \(error.words)"
    case .certificateExpired: "the hub does not take its certificate: it has expired"
    case .certificateUnknown:
      "the hub does not take its certificate: whoever has signed it is none of those that receive trusts"
    case .certificateRefused(let error): "the hub does not take its certificate: \(error.words)"
    case .platformUnasked:
      """
      OpenShift's own Prometheus is not asked how its writing goes: it wants a bearer token, and API servers pass none on; \
      the console shows `prometheus_remote_storage_samples_failed_total`
      """
    case .tokenRefused: "the hub does not accept its token (401): it was revoked, or has expired"
    case .notAllowed(let said): "the hub does not let its token write (403)\(Self.clause(said))"
    case .authorityWrong(let error):
      "what it trusts does not vouch for the hub's certificate: \(error.words)"
    case .throttled: "the hub asks to be written to less often (429)"
    case .hubFails(let status, let said):
      "the hub, or what stands before it, answers \(status)\(Self.clause(said))"
    case .unreachable(let error): "the hub's address does not answer this machine: \(error.words)"
    case .wayOpen: "the hub takes what the cluster shows it: the way is open"
    case .probeFound(let seconds):
      "a sample that was written as the cluster was on the hub within \(Duration.seconds(seconds).words)"
    case .probeLost:
      "a sample that was written as the cluster was taken in, and is not found on the hub"
    case .notRunning: "its Prometheus has no pod that is ready"
    case .refusing(let rate, let statuses):
      "the hub refuses \(Self.number(rate)) samples a second for good, and they are lost"
        + (statuses.isEmpty
          ? "" : "; receive has answered \(Sentence.some(statuses.map(String.init)))")
    case .receiveHolds(let figures): "one of receive's pods \(figures.words)"
    case .receiveRefuses(let refused):
      "since it started, one of receive's pods has refused \(ReceiveFigures.words(refused)) of its samples"
    case .storeFails(let name, let said):
      "the querier cannot ask its sidecar at \(Printable.text(name)): \(Printable.text(said))"
    case .noStore: "none of the sidecars that the querier asks has its labels"
    case .retrying(let rate): "\(Self.number(rate)) samples a second have to be sent again"
    case .behind(let seconds):
      "what it has sent is \(Duration.seconds(seconds).words) behind what it has"
    case .uploadLate(let seconds):
      "nothing of it has reached the bucket for \(Duration.seconds(seconds).words)"
    case .untold(let failure): "its own Prometheus cannot be asked: \(failure.words)"
    case .unread(let error): "what it shows the hub cannot be read: \(error.words)"
    }
  }

  /// What to do next; nothing where all is well.
  var remedy: String {
    switch self {
    case .unreachable, .wayOpen, .probeFound, .receiveHolds, .untold, .unread, .platformUnasked: ""
    case .probeLost:
      "See whether the querier reaches receive (`fedctl status`)."
    case .noWriter, .noAddress, .noToken, .noAuthority, .noCertificate, .certificateUnusable:
      "Run `fedctl apply`, which puts it back."
    case .certificateExpired:
      "Run `fedctl apply`, which makes it anew when a third of its life is left; where it is new, see the clock of the hub's nodes."
    case .certificateUnknown, .certificateRefused:
      "Run `fedctl apply`, which makes it anew, tells receive whom to trust, and restarts it where that is another."
    case .tokenRefused:
      "Run `fedctl apply`, or `fedctl rotate tokens`, which hands out a new token."
    case .notAllowed:
      "Run `fedctl apply`, which binds its account to the role; a policy of the hub may refuse it, too."
    case .authorityWrong:
      "Run `fedctl apply`, which hands over the hub's authority; a proxy in between that ends TLS is seen so, too."
    case .throttled: "Give receive more room (`hub.receive`), or let the cluster send less."
    case .hubFails: "See the pods of receive and the way in to them (`fedctl status`)."
    case .notRunning: "See why its pods do not run (`fedctl status`)."
    case .refusing(_, let statuses): Self.remedy(statuses)
    case .receiveRefuses(let refused): Self.remedy(refused.keys.sorted())
    case .storeFails(_, let said)
    where ["x509", "certificate", "handshake"].contains(where: said.contains):
      "Run `fedctl apply`, which hands over the cluster's authority; a proxy in between that ends TLS is seen so, too."
    case .storeFails:
      "See whether its Prometheus runs, and the way in to the sidecar (`fedctl status`); a firewall may be in between."
    case .noStore:
      """
      The querier lists no sidecar that it has never reached: its log says why, as that TLS or the name fails. \
      `fedctl plan` shows whether the address and the external labels are as the file says.
      """
    case .uploadLate:
      "See the log of its sidecar, its keys and the bucket: what is not uploaded before Prometheus' retention ends is lost."
    case .retrying, .behind:
      "See whether the hub's address answers the cluster and receive keeps up (`fedctl status`)."
    }
  }

  /// By the statuses that receive has refused samples with; none where nobody knows them.
  private static func remedy(_ statuses: [Int]) -> String {
    let known = statuses.compactMap { status -> String? in
      switch status {
      case 400: "400 are requests that receive cannot read: see its log."
      case 409:
        """
        409 are samples that came out of order or twice: of two writers with the same labels, of which one has to end or \
        to get labels of its own, or of a clock that was set back, which lasts until it has caught up.
        """
      case 413, 429: "\(status) are receive's limits (`hub.receive`)."
      case 500...: "\(status) is receive's own trouble: see its log."
      default: nil
      }
    }
    guard known.isEmpty else { return known.joined(separator: " ") }
    return """
      Read the log of its Prometheus: 401 and 403 are its token, which `fedctl apply` hands out anew; 409 are samples that \
      came out of order, as those of two writers with the same labels, or of a clock that was set back; 413 and 429 are receive's limits.
      """
  }

  private static func clause(_ said: String?) -> String {
    said.map { ": \(Printable.text($0))" } ?? ""
  }

  /// With one digit behind the point below ten.
  private static func number(_ rate: Double) -> String {
    guard rate.isFinite, rate < 10 else { return rate.isFinite ? "\(Int(rate.rounded()))" : "many" }
    return "\((rate * 10).rounded() / 10)"
  }
}

extension ReceiveFigures {
  /// Behind whose they are.
  var words: String {
    "holds \(Count(series, "series", many: "series")) and has taken in \(Count(samples, "sample"))"
      + (refused.isEmpty ? "" : ", and refused \(Self.words(refused)),") + " since it started"
  }

  /// `12 (409), 3 (429)`.
  static func words(_ refused: [Int: Int]) -> String {
    refused.sorted { $0.key < $1.key }.map { "\($0.value) (\($0.key))" }.joined(separator: ", ")
  }
}
