package import Fleet

/// A part of clusters whose use is told by itself.
package struct UsageComponent: Hashable, Sendable {
  /// As reports call it.
  package let name: String
  /// What answers for it on OpenShift; none for what no ClusterOperator does.
  package let clusterOperators: [String]
  /// Where it runs.
  package let places: [Place]

  /// Workloads of namespaces.
  package struct Place: Hashable, Sendable {
    package let namespace: NamePattern
    /// nil for all that a namespace holds.
    package let workload: NamePattern?

    package init(namespace: NamePattern, workload: NamePattern? = nil) {
      self.namespace = namespace
      self.workload = workload
    }

    /// `kube-system/etcd*`, or a namespace alone.
    init(_ text: String) {
      let parts = text.split(separator: "/", maxSplits: 1).map(String.init)
      self.init(
        namespace: NamePattern(parts.first ?? ""),
        workload: parts.count > 1 ? NamePattern(parts[1]) : nil,
      )
    }

    /// `workload` is empty where the series does not tell.
    func holds(namespace: String, workload: String) -> Bool {
      self.namespace.matches(namespace) && (self.workload?.matches(workload) ?? true)
    }
  }

  package init(_ name: String, clusterOperators: [String] = [], places: [Place]) {
    self.name = name
    self.clusterOperators = clusterOperators
    self.places = places
  }

  /// All that a cluster uses, of which no component may have the name.
  package static let whole = "all"
  /// What people run on a cluster of OpenShift beside the platform.
  package static let users = "user workloads"
}
