extension Record {
  /// What Prometheus and its operator call keys that the fleet file has under another name, as the operator writes them.
  private static let prometheusNames = [
    "bearerTokenSecret": "authorization",
    "cert": "certificate",
    "jobName": "name",
    "keySecret": "certificate",
    "matchLabels": "selector",
    "metricRelabelConfigs": "metricRelabelings",
    "metricsPath": "path",
    "namespaceSelector": "namespace",
    "podMetricsEndpoints": "endpoints",
    "queueConfig": "queue",
    "relabelConfigs": "relabelings",
    "scrapeInterval": "interval",
    "scrapeTimeout": "timeout",
    "staticConfigs": "targets",
    "tlsConfig": "tls",
    "writeRelabelConfigs": "writeRelabel",
  ]

  /// The key of this record that means what Prometheus or its operator calls so; nil if there is none.
  func ownName(ofPrometheus name: String) -> String? {
    let words = name.split(separator: "_")
    let joined = words.dropFirst().reduce(String(words.first ?? "")) { text, word in
      text + word.prefix(1).uppercased() + word.dropFirst()
    }
    return Self.prometheusNames[joined].flatMap { self[$0] == nil ? nil : $0 }
  }
}
