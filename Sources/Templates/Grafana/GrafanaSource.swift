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

  /// As Grafana's provisioning has it.
  var provisioning: JSON {
    [
      "apiVersion": 1,
      "datasources": [
        [
          "name": .string(name),
          "uid": .string(uid),
          "type": "prometheus",
          "access": "proxy",
          "url": .string(url),
          "isDefault": true,
          "jsonData": ["prometheusType": .string(kind)],
        ]
      ],
    ]
  }

  /// How a dashboard's panels name it.
  var reference: JSON { ["type": "prometheus", "uid": .string(uid)] }
}
