import JSON

extension Record {
  fileprivate static let grafana = component(
    "Grafana",
    image: Standard.grafana,
    cpu: "50m",
    memory: "256Mi",
    disk: "1Gi",
    // What people make for themselves goes with the pod unless the file says otherwise.
    keepsUnasked: false,
    replicas: (1...1, .ownDatabase),
    owned: ["config", "homepath"],
  )
}

extension Key {
  static let grafana = section("grafana", .grafana, "Shows dashboards.")
}
