import Fleet
import JSON
import Objects

/// The pods of Thanos receive, whatever guards the way in.
extension ThanosSite {
  /// The Service that names each pod, for the querier must see them all.
  ///
  /// It leaves out pods that are not ready: whoever asks one that still reads its log waits in vain.
  static let receivePods = "\(Part.receive.name)-pods"

  /// The label that tells the copies of a series apart.
  static let copyLabel = "receive_replica"

  func receivePods() -> Manifest {
    site.headlessService(
      Self.receivePods,
      of: .receive,
      ports: [Thanos.grpcPort, Thanos.httpPort],
    )
  }

  /// - `arguments`: where it hears remote writes, and whatever else is not the same everywhere.
  /// - `guarding`: a container beside it.
  func receiveWorkload(
    _ component: Component,
    retention: String,
    _ arguments: [String],
    ports: KeyValuePairs<String, Int64> = ["http": 10902, "grpc": 10901],
    mounts: [Mount],
    guarding: [Container] = [],
    volumes: [JSON],
  ) -> Workload {
    let container = Thanos.container(
      .receive,
      component,
      [
        "receive",
        "--tsdb.path=\(Thanos.data.path)",
        "--tsdb.retention=\(retention)",
        receiveLabel,
        "--label=\(Self.copyLabel)=\"$(POD_NAME)\"",
      ] + arguments,
      ports: ports,
      environment: [Thanos.podName] + store.environment + site.wayOut,
      mounts: [Thanos.data, ObjectStore.mount] + mounts,
    )
    return Workload(
      .receive,
      component,
      at: site,
      containers: [container] + guarding,
      volumes: [store.volume] + volumes,
      configuration: store.fingerprint,
      // On its end it uploads what it holds, which takes time on a slow day.
      graceSeconds: 900,
    )
  }

  /// Receive does not start without a label of its own.
  var receiveLabel: String { "--label=receive_cluster=\(JSON.string(fleet.name).text())" }
}
