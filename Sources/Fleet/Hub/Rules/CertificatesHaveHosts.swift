import Facts
import YAML

extension Rule {
  /// The router's own certificate is good for the names that OpenShift makes, so that another one is for names of the
  /// file alone.
  static let certificatesHaveHosts = Rule { source in
    guard let routes = source.root["hub"]?["routes"], let tls = routes["tls"],
      ["receive", "querier", "grafana"].allSatisfy({ routes[$0] == nil })
    else { return [] }
    return [FleetProblem(.hub(.certificateWithoutHost), at: tls.mark)]
  }
}
