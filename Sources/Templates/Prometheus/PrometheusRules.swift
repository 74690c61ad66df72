import Fleet
import JSON
import Objects

extension Site {
  /// Groups of rules and alerts for whatever Prometheus chooses the fleet's objects.
  ///
  /// - `name`: the part's where none is given.
  /// - `kind`: that of another operator, where it is another's.
  func rules(
    _ groups: [JSON],
    named name: String? = nil,
    of part: Part,
    as kind: ResourceKind = .prometheusRule,
  ) -> Manifest {
    let spec: JSON = ["groups": .array(groups)]
    return manifest(kind, name ?? part.name, of: part, ["spec": spec])
  }

  /// What the fleet file has a cluster's Prometheus record and notice besides; nothing where it says nothing.
  func ownRules(of cluster: ManagedCluster, as kind: ResourceKind = .prometheusRule) -> [Manifest] {
    ownRules(cluster.rules, of: .prometheus, as: kind)
  }

  /// The same of any Prometheus of the fleet's.
  func ownRules(
    _ added: AddedRules,
    of part: Part,
    as kind: ResourceKind = .prometheusRule,
  ) -> [Manifest] {
    guard !added.groups.isEmpty else { return [] }
    // The hub's may stand beside those of a cluster that is the hub itself.
    let name = part == .prometheus ? Self.ownRulesName : "\(part.name)-\(Self.ownRulesName)"
    return [rules(added.groups, named: name, of: part, as: kind)]
  }

  /// The same where the platform's own Prometheus evaluates them, once for each namespace where the fleet scrapes.
  ///
  /// The label has that Prometheus evaluate them which scrapes the applications and writes to the hub; the ruler that
  /// OpenShift has beside it would keep what comes of them to itself
  /// (openshift/cluster-monitoring-operator:assets/prometheus-user-workload/prometheus.yaml, `ruleSelector`).
  func platformRules(of cluster: ManagedCluster) -> [Manifest] {
    guard !cluster.rules.groups.isEmpty else { return [] }
    let scraped = Set(cluster.serviceMonitors.map(\.namespace))
    return cluster.rules.namespaces.filter(scraped.contains).map { namespace in
      manifest(
        .prometheusRule,
        qualified(Self.ownRulesName),
        of: .prometheus,
        in: namespace,
        [
          "metadata": [
            "labels": ["openshift.io/prometheus-rule-evaluation-scope": "leaf-prometheus"]
          ],
          "spec": ["groups": .array(cluster.rules.groups)],
        ],
      )
    }
  }

  private static let ownRulesName = "own-rules"
}
