import JSON

extension Record {
  fileprivate static let grafana = component(
    "Grafana",
    image: Standard.grafana,
    cpu: "50m",
    memory: "256Mi",
    replicas: (1...1, .ownDatabase),
    owned: ["config", "homepath"],
  )
}

extension Key {
  static let grafana = section("grafana", .grafana, "Shows dashboards.")
}
