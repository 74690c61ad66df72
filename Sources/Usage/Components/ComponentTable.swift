package import Fleet

/// Which component a workload belongs to.
package struct ComponentTable: Hashable, Sendable {
  /// In the order in which they are asked: the fleet file's first.
  package let components: [UsageComponent]

  /// The fleet file's, then what the fleet itself runs, then those that fedctl knows.
  ///
  /// A component of the file that has the name of a known one is added to it.
  package init(_ own: [UsageComponent] = [], fleetNamespace: String? = nil) {
    let fleet = fleetNamespace.map {
      UsageComponent(Self.fleet, places: [UsageComponent.Place(namespace: NamePattern($0))])
    }
    components = own + [fleet].compactMap(\.self) + UsageComponent.standard
  }

  /// What the fleet file makes fedctl run on the clusters.
  package static let fleet = "fleet"

  /// The component's name.
  ///
  /// A workload that no component holds is told by itself, on OpenShift by its namespace; but for what people run
  /// on OpenShift, which is one component in all, or a report would be as long as the list of their projects.
  ///
  /// - workload: empty where a series does not tell it.
  package func name(namespace: String, workload: String, on platform: Platform) -> String {
    let known = components.first { component in
      component.places.contains { $0.holds(namespace: namespace, workload: workload) }
    }
    if let known { return known.name }
    guard platform == .openshift else {
      return workload.isEmpty ? namespace : "\(namespace)/\(workload)"
    }
    return Self.isPlatforms(namespace) ? namespace : UsageComponent.users
  }

  /// The ClusterOperators that answer for a component; none where none does.
  package func clusterOperators(of name: String) -> [String] {
    components.filter { $0.name == name }.flatMap(\.clusterOperators)
  }

  /// Those that OpenShift keeps for itself: nobody else can make one that is called so.
  private static func isPlatforms(_ namespace: String) -> Bool {
    namespace == "openshift" || namespace == "default"
      || namespace.hasPrefix("openshift-") || namespace.hasPrefix("kube-")
  }
}
