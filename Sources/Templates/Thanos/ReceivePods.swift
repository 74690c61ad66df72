import Fleet
import JSON
import Manifest

/// Thanos receive, whatever guards the way in.
extension ThanosSite {
  /// The Service that names each pod, for the querier must see them all.
  static let receivePods = "\(Part.receive.name)-pods"

  func receivePods() -> Manifest {
    site.headlessService(
      Self.receivePods,
      of: .receive,
      ports: [Thanos.grpcPort, Thanos.httpPort],
    )
  }

  /// - `arguments`: where it hears remote writes, and from whom.
  /// - `guarding`: a container beside it.
  func receiveWorkload(
    _ receive: Receive,
    _ arguments: [String],
    ports: KeyValuePairs<String, Int64>,
    mounts: [Mount] = [],
    guarding: [Container] = [],
    volumes: [JSON],
  ) -> Workload {
    let container = Thanos.container(
      .receive,
      receive.component,
      receiveArguments(receive) + arguments
        + ["--receive.capnproto-address=127.0.0.1:19391", objectStoreArgument],
      ports: ports,
      environment: [Thanos.podName],
      mounts: [Thanos.data, Thanos.objectStore] + mounts,
    )
    return Workload(
      .receive,
      receive.component,
      at: site,
      containers: [container] + guarding,
      volumes: [objectStoreVolume] + volumes,
      configuration: objectStoreFingerprint,
      // On its end it uploads what it holds, which takes time on a slow day.
      graceSeconds: 900,
    )
  }

  private func receiveArguments(_ receive: Receive) -> [String] {
    [
      "receive",
      "--tsdb.path=\(Thanos.data.path)",
      "--tsdb.retention=\(receive.retention)",
      "--label=receive_cluster=\(JSON.string(fleet.name).text())",
      "--label=receive_replica=\"$(POD_NAME)\"",
    ]
  }
}
