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
    let onHub: OperatorBundle? =
      switch hub.design {
      case .receive, .sidecar, .collector: nil
      case .federate(let design): design.operatorBundle
      }
    return Set(([onHub] + clusters.map(\.operatorBundle)).compactMap(\.self))
  }
}

extension ManagedCluster {
  fileprivate var operatorBundle: OperatorBundle? {
    switch design {
    case .receive(let design): design.operatorBundle
    case .federate(let design): design.operatorBundle
    case .sidecar(let design): design.operatorBundle
    case .collector: nil
    }
  }
}
