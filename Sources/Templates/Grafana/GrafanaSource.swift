import JSON

/// Whom Grafana asks.
struct GrafanaSource {
  let name: String
  let uid: String
  let url: String
  /// What kind of Prometheus it is, as Grafana calls it.
  let kind: String

  /// As Grafana's provisioning has it.
  var provisioning: String {
    """
    apiVersion: 1
    datasources:
    - name: \(name)
      uid: \(uid)
      type: prometheus
      access: proxy
      url: \(url)
      isDefault: true
      jsonData:
        prometheusType: \(kind)

    """
  }

  /// The dashboard that shows every cluster beside the others.
  func dashboard(of charts: [Chart]) -> JSON {
    [
      "uid": "fedctl-clusters",
      "title": "Clusters",
      "tags": ["fedctl"],
      "schemaVersion": 39,
      "editable": false,
      "refresh": "1m",
      "time": ["from": "now-6h", "to": "now"],
      "templating": ["list": [variable("cluster"), variable("namespace")]],
      "panels": .array(charts.enumerated().map { $1.panel(place: $0, from: reference) }),
    ]
  }

  private var reference: JSON { ["type": "prometheus", "uid": .string(uid)] }

  private func variable(_ label: String) -> JSON {
    [
      "name": .string(label),
      "type": "query",
      "datasource": reference,
      "query": .string("label_values(\(label))"),
      "refresh": 2,
      "sort": 1,
      "multi": true,
      "includeAll": true,
      "allValue": ".*",
    ]
  }
}
