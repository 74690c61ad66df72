import Fleet
import JSON
import Objects

/// A Prometheus that OpenShift's Cluster Observability Operator runs for the fleet.
///
/// A MonitoringStack says less than a Prometheus resource: the operator chooses the release, the account and
/// the spreading over nodes (a node takes one of its pods at most), and adds a Thanos sidecar that nobody asks.
/// Fields as in rhobs/observability-operator:pkg/apis/monitoring/v1alpha1/types.go; what it makes of them is in
/// pkg/controllers/monitoring/monitoring-stack/components.go.
extension ManagedSite {
  func monitoringStack(_ stack: MonitoringStack) -> [Manifest] {
    let applications = cluster.serviceMonitors.map(\.namespace)
    return observabilityOperator(stack.installation) + hubAccess()
      + site.serviceDiscovery(in: applications, to: Self.stackAccount)
      + platformReading()
      + [
        site.rules(
          [RemoteWriteAlerts.group(federates: federates, hasTargets: hasTargets)],
          of: .prometheus,
          as: .stackRule,
        ),
        stackResource(stack),
      ] + site.ownRules(of: cluster, as: .stackRule) + site.stackScrapeJobs(of: cluster)
      + site.applications(of: cluster, as: .observabilityOperator) + stackPolicies()
  }

  /// The operator names it after the stack.
  private static let stackAccount = "\(Part.prometheus.name)-prometheus"

  private func stackResource(_ stack: MonitoringStack) -> Manifest {
    let url = Binding(
      FieldPath(keys: "spec", "prometheusConfig", "remoteWrite") / .index(0) / "url",
      hub.writeAddress,
    )
    return site.manifest(
      .monitoringStack,
      Part.prometheus.name,
      of: .prometheus,
      ["spec": specification(stack)],
      bindings: [url],
    )
  }

  /// Without `namespaceSelector` it looks for monitors and rules in the fleet's namespace alone, and gets no
  /// right on the whole cluster.
  private func specification(_ stack: MonitoringStack) -> JSON {
    .fields([
      "resourceSelector": site.everyMember,
      "retention": .string(stack.retention),
      "retentionSize": stack.retentionMebibytes.map { .string("\($0)MiB") },
      "resources": stack.resources.json,
      "nodeSelector": .map(stack.nodeSelector),
      "tolerations": .array(stack.tolerations),
      // The hub hears of its alerts as series.
      "alertmanagerConfig": ["disabled": true],
      "prometheusConfig": [
        "replicas": .integer(Int64(stack.replicas)),
        "scrapeInterval": .string(stack.scrapeInterval),
        "externalLabels": cluster.externalLabels.json,
        "persistentVolumeClaim": stack.storage.claim,
        "remoteWrite": .array([remoteWrite] + site.targets(of: cluster)),
      ],
    ])
  }

  /// Its pods ask each other how they are, and nobody else asks them.
  private func stackPolicies() -> [Manifest] {
    let pods = site.operatorLabels(.prometheus)
    return [
      site.closedByDefault(),
      site.networkPolicy(
        .prometheus,
        selecting: pods,
        opening: [("web", to: .chosen(pods, and: []))],
      ),
    ]
  }
}

/// The jobs that the operator gives every stack.
enum MonitoringStackJobs {
  /// Nobody has asked for them; an expression for whole names.
  static let unasked = "prometheus-self|alertmanager-self"
}
