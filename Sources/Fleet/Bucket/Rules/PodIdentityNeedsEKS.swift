import Facts
import JSON
import YAML

extension Rule {
  /// Nobody on OpenShift answers pods that ask for the role that EKS would give them.
  static let podIdentityNeedsEKS = Rule { source in
    guard let flag = source.root["bucket"]?["credentials"]?["podIdentity"],
      flag.scalar?.json == .bool(true),
      source.platform(of: source.section.optionalSection("hub")) == .openshift
    else { return [] }
    return [FleetProblem(.bucket(.podIdentityOffEKS), at: flag.mark)]
  }
}
