/// The objects of a Prometheus operator in one file, as its releases publish them.
package struct OperatorBundle: Hashable, Sendable {
  /// Where a bundle is read from.
  package enum Place: Hashable, Sendable {
    /// Relative to the fleet file's folder.
    case file(String)
    /// Of `https`.
    case url(String)
  }

  /// A file beside the fleet file, or an address.
  package var place: Place
  /// The digest that the file must have, in lower-case hexadecimal; nil takes it as it is, which only
  /// a file of this machine may be.
  package var sha256: String?
}

extension Fleet {
  /// Every bundle that some cluster of the fleet gets its operator from.
  package var operatorBundles: Set<OperatorBundle> {
    Set(prometheuses.compactMap(\.bundle))
  }

  /// What the operator of a bundle is to run.
  package func prometheuses(runBy bundle: OperatorBundle) -> [PrometheusServer] {
    prometheuses.filter { $0.bundle == bundle }.map(\.server)
  }

  /// On the hub and on the clusters, each with the bundle that its operator comes from.
  private var prometheuses: [(bundle: OperatorBundle?, server: PrometheusServer)] {
    let onHub: [(OperatorBundle?, PrometheusServer)] =
      switch hub.design {
      case .receive, .sidecar, .collector: []
      case .federate(let design): [(design.operatorBundle, design.prometheus)]
      }
    return onHub + clusters.compactMap(\.prometheus)
  }
}

extension ManagedCluster {
  fileprivate var prometheus: (OperatorBundle?, PrometheusServer)? {
    switch design {
    case .receive(let design): (design.operatorBundle, design.prometheus)
    case .federate(let design): (design.operatorBundle, design.prometheus)
    case .sidecar(let design): (design.operatorBundle, design.prometheus)
    case .collector: nil
    }
  }
}
