import Diagnostics
import Kubernetes
import Operate
import Plan

extension ReachFinding {
  /// Behind the name of the check.
  var words: String {
    switch self {
    case .answers(let version, .slow):
      "\(version.map { "Kubernetes \($0)" } ?? "the cluster") takes longer than a second for an answer"
    case .answers(let version, let pace):
      "\(version.map { "Kubernetes \($0)" } ?? "the cluster") answers within \(pace.rawValue) ms"
    case .unknown(let reason): reason.words
    case .remembered: "the cluster that the fleet was applied to"
    case .unrecorded: "nothing of the fleet was applied there yet"
    }
  }

  /// What to do next; nothing where all is well.
  var remedy: String {
    switch self {
    case .answers:
      "Run fedctl nearer to the cluster, or give it time: `--request-timeout`, `--wait-timeout`."
    case .remembered, .unrecorded: ""
    case .unknown(let reason):
      switch reason {
      case .noContext, .notLookedAt, .context:
        "Add the context to the kubeconfig, or mend `context` in the fleet file."
      case .otherServer: "Mend the kubeconfig, or `server` in the fleet file."
      case .unreachable(let error):
        error.remedy ?? "Mend the entry of that context in the kubeconfig."
      case .maintenance: "Take `maintenance` out of the fleet file once the cluster is back."
      case .unidentified: "Point the context at the whole cluster's API."
      case .anotherCluster(let name, let context, _, _),
        .anotherHub(let name, let context, _, _, _):
        """
        Point context \(context) at the right cluster; if it was built anew, run `fedctl apply \
        --accept-identity \(name)`.
        """
      case .twin: "Give each entry of the fleet a context of its own."
      }
    }
  }
}

extension ClockFinding {
  /// Behind the name of the check.
  var words: String {
    switch self {
    case .agrees: "agrees"
    case .untold: "its answers do not tell the time"
    case .clusterOff(let seconds): "is \(Self.off(seconds))"
    case .machineOff(let seconds):
      "that of this machine is \(Self.off(seconds)) against most clusters"
    }
  }

  /// What to do next; nothing where all is well.
  var remedy: String {
    switch self {
    case .agrees, .untold: ""
    case .clusterOff:
      "Set the clocks of its control plane by NTP: tokens and certificates count as not yet or no more valid."
    case .machineOff: "Set this machine's clock by NTP (`timedatectl set-ntp true`)."
    }
  }

  private static func off(_ seconds: Int) -> String {
    "\(Duration.seconds(abs(seconds)).words) \(seconds > 0 ? "fast" : "slow")"
  }
}

extension RightsFinding {
  /// Behind the name of the check.
  var words: String {
    switch self {
    case .enough(let purpose): "all that \(purpose.words) needs"
    case .lacks(let rights, let purpose, _): "\(purpose.words) needs \(Self.list(rights))"
    case .lacksHelp(let rights, let purpose, _):
      "\(purpose.words) sees and cleans up less without \(Self.list(rights))"
    case .untold(let error): "the cluster does not tell what may be done: \(error.words)"
    }
  }

  /// What to do next; nothing where all is well.
  var remedy: String {
    switch self {
    case .enough, .untold: ""
    case .lacks(_, let purpose, let context), .lacksHelp(_, let purpose, let context):
      """
      Have an administrator run `kubectl --context \(context) apply -f examples/rbac/\(purpose.rawValue).yaml` \
      and bind ClusterRole fedctl-\(purpose.rawValue) to the kubeconfig's user.
      """
    }
  }

  /// `create, patch on secrets, deployments.apps`: what has the same verbs together, and no more than fits.
  private static func list(_ rights: Set<Right>) -> String {
    var verbs: [String: Set<String>] = [:]
    for right in rights { verbs[right.place, default: []].insert(right.verb) }
    let groups = Dictionary(grouping: verbs.keys.sorted()) {
      (verbs[$0] ?? []).sorted().joined(separator: ", ")
    }
    return groups.sorted { $0.key < $1.key }
      .map { "\($0.key) on \(Sentence.some($0.value.map(Printable.text)))" }
      .joined(separator: "; ")
  }
}

extension RightsPurpose {
  fileprivate var words: String {
    switch self {
    case .read: "`status`"
    case .apply: "`apply`"
    }
  }
}

extension Right {
  /// As `kubectl auth can-i` names it.
  fileprivate var place: String { group.isEmpty ? resource : "\(resource).\(group)" }
}
