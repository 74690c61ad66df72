import Fleet
import JSON

/// How every Thanos process is run here.
///
/// Ports: 10902 HTTP (probes, metrics, the querier's API), 10901 gRPC.
enum Thanos {
  /// Where a process keeps blocks, or what it needs of them.
  static let data = Mount(volume: Workload.data, path: "/var/thanos/data", isReadOnly: false)

  /// For labels in which pods differ.
  static let podName: JSON = [
    "name": "POD_NAME", "valueFrom": ["fieldRef": ["fieldPath": "metadata.name"]],
  ]

  /// Where the querier asks.
  static let grpcPort = servicePort("grpc", 10901, target: "grpc")
  /// Where whoever asks finds the querier, or what stands before it.
  static let queryPort = servicePort(queryPortName, 9090, target: "http")
  static let queryPortName = "grafana-access"
  static let httpPort = servicePort("http", 10902, target: "http")

  /// A container that runs one subcommand; the component's own arguments come last and so win.
  static func container(
    _ part: Part,
    _ component: Component,
    _ arguments: [String],
    ports: KeyValuePairs<String, Int64> = ["http": 10902, "grpc": 10901],
    environment: [JSON] = [],
    mounts: [Mount],
  ) -> Container {
    Container(
      name: part.name,
      image: component.image,
      arguments: arguments + component.extraArguments,
      ports: ports,
      environment: environment,
      readiness: probe("/-/ready", port: "http", everySeconds: 5, failures: 20),
      // Reading a long write-ahead log keeps a process busy, not dead.
      liveness: probe("/-/healthy", port: "http", everySeconds: 30, failures: 8),
      resources: component.resources.json,
      mounts: mounts,
    )
  }
}
