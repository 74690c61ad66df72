import Fleet

extension Hub {
  /// Whoever may ask what Grafana asks: its pods, wherever they are, and the fleet's `others`.
  func grafanaVisitors(and others: [Part] = []) -> Visitors {
    grafanaDesign.existing.map { .namespace($0.namespace, and: others) }
      ?? .pods(of: [.grafana] + others)
  }
}
