import JSON

/// Whom Grafana asks.
struct GrafanaSource {
  /// What people read.
  let name: String
  /// What dashboards name it by; it must not change, or they show nothing.
  let uid: String
  /// Within the cluster, without a slash at the end.
  let url: String
  /// What kind of Prometheus it is, as Grafana calls it.
  let kind: String

  /// As Grafana's provisioning has them; the first is asked where people do not say which.
  ///
  /// `hasDefault` is false where somebody else's is the default: Grafana does not start with two.
  static func provisioning(_ sources: [GrafanaSource], hasDefault: Bool = true) -> JSON {
    let entries = sources.enumerated().map { $1.entry(isDefault: hasDefault && $0 == 0) }
    return ["apiVersion": 1, "datasources": .array(entries)]
  }

  /// Each once, however many dashboards ask it: Grafana keeps what the last entry of a name says.
  static func all(of dashboards: [Dashboard]) -> [GrafanaSource] {
    var seen: Set<String> = []
    return dashboards.map(\.source).filter { seen.insert($0.uid).inserted }
  }

  /// As a file of data sources has it, and the resource of Grafana's operator alike.
  func entry(isDefault: Bool) -> JSON {
    [
      "name": .string(name),
      "uid": .string(uid),
      "type": "prometheus",
      "access": "proxy",
      "url": .string(url),
      "isDefault": .bool(isDefault),
      "jsonData": ["prometheusType": .string(kind)],
    ]
  }

  /// How a dashboard's panels name it.
  var reference: JSON { ["type": "prometheus", "uid": .string(uid)] }
}
