import Facts
import Plan

extension UnknownCluster {
  /// With its reason, as it stands behind a cluster's name.
  var sign: String { isWanted ? "MAINTENANCE: \(words)" : "UNKNOWN: \(words)" }

  /// As it follows UNKNOWN and a colon: why, and what to do.
  var words: String {
    switch self {
    case .noContext: "it has no context"
    case .notLookedAt: "it was not looked at"
    case .maintenance:
      "the fleet file has it in maintenance, and nothing is done there"
    case .context(let error): error.words
    case .otherServer(let context, let found, let wanted):
      """
      context \(context) leads to \(found), and the fleet file wants \(wanted): mend the kubeconfig, \
      or `server` in the fleet file
      """
    case .unreachable(let error) where error.isForbidden:
      "\(error.words); a look at a cluster begins with its namespace kube-system"
    case .unreachable(let error): error.words
    case .unidentified: "it has no namespace kube-system, so it cannot be identified"
    case .anotherCluster(let name, let context, let uid, let recorded):
      """
      context \(context) leads to another cluster (uid \(uid)) than the one that the fleet was \
      applied to (uid \(recorded)); if it was built anew, say so with --accept-identity \(name)
      """
    case .anotherHub(let name, let context, let uid, let recorded, let cluster):
      """
      context \(context) leads to another cluster (uid \(uid)) than the hub that \(cluster) reports \
      to (uid \(recorded)); if it was built anew, say so with --accept-identity \(name)
      """
    case .twin(let other, let uid):
      """
      it leads to the same cluster as \(other) (uid \(uid)): give each entry of the fleet a context \
      of its own
      """
    }
  }
}
