import JSON

extension Record {
  fileprivate static let grafana = component(
    "Grafana",
    image: "docker.io/grafana/grafana:12.2.0",
    cpu: "50m",
    memory: "256Mi",
    replicas: (1...1, .ownDatabase),
    owned: ["config", "homepath"],
  )
}

extension Key {
  static let grafana = section("grafana", .grafana, "Shows dashboards.")
}
