import JSON

extension ClusterState {
  /// What the Prometheus operator says: nothing runs while something that is mounted is missing.
  func prometheusStatus(_ prometheus: JSON) -> JSON {
    let missing = references(of: prometheus).filter { kind, name in
      object(kind, name, in: prometheus.namespace) == nil
    }
    let observed: JSONObject = ["observedGeneration": prometheus.metadata["generation"] ?? 1]
    let replicas = prometheus["spec"]?["replicas"] ?? 1
    // The operator reports the first thing that is missing and stops there.
    guard let (kind, name) = missing.first else {
      return [
        "paused": false, "replicas": replicas, "updatedReplicas": replicas,
        "availableReplicas": replicas, "unavailableReplicas": 0,
        "conditions": [
          condition("Available", true, "", observed), condition("Reconciled", true, "", observed),
        ],
      ]
    }
    var words = observed
    words["message"] = .string("\(kind.lowercased())s \"\(name)\" not found")
    return [
      "paused": false, "replicas": 0, "updatedReplicas": 0, "availableReplicas": 0,
      "unavailableReplicas": replicas,
      "conditions": [
        condition("Available", false, "NoPodReady", observed),
        condition("Reconciled", false, "ReconciliationFailed", words),
      ],
    ]
  }

  /// What the Cluster Observability Operator says: what its Prometheus says, in its own words.
  func stackStatus(_ stack: JSON) -> JSON {
    ["conditions": prometheusStatus(stack)["conditions"] ?? []]
  }

  /// Those that wait for a Secret or ConfigMap look again, as do those that have just lost one.
  mutating func reconsiderPrometheuses() {
    reconsider("Prometheus", by: "PrometheusOperator") { $0.prometheusStatus($1) }
    reconsider("MonitoringStack", by: "observability-operator") { $0.stackStatus($1) }
  }

  private mutating func reconsider(
    _ kind: String,
    by manager: String,
    _ judge: (ClusterState, JSON) -> JSON,
  ) {
    guard let resource = resource(kind: kind) else { return }
    for object in list(resource, in: nil) {
      guard let old = object["status"]?["conditions"] else { continue }
      let status = judge(self, object)
      if status["conditions"]?[1]?["status"] != old[1]?["status"] {
        setStatus(status, of: object, by: manager)
      }
    }
  }

  /// The Secrets and ConfigMaps that a Prometheus cannot run without.
  private func references(of prometheus: JSON) -> [(kind: String, name: String)] {
    let spec = prometheus["spec"]
    let mounted =
      names(in: spec?["secrets"]).map { ("Secret", $0) }
      + names(in: spec?["configMaps"]).map { ("ConfigMap", $0) }
    return mounted + selectors(in: spec ?? [:])
  }

  /// The names in a list of references.
  private func names(in list: JSON?) -> [String] {
    (list?.arrayValue ?? []).compactMap(\.stringValue)
  }

  /// What key selectors anywhere in the spec name, under `credentials`, `secret` or `configMap`.
  private func selectors(in value: JSON) -> [(String, String)] {
    switch value {
    case .array(let items): items.flatMap(selectors)
    case .object(let members):
      members.flatMap { member -> [(String, String)] in
        guard let name = member.value["name"]?.stringValue, member.value["key"] != nil,
          member.value["optional"] != true
        else { return selectors(in: member.value) }
        return [(member.key == "configMap" ? "ConfigMap" : "Secret", name)]
      }
    default: []
    }
  }
}
