import Fleet
import JSON
import Manifest

/// Thanos receive: keeps what the managed clusters write until it is in the bucket.
extension HubSite {
  func receive() -> [Manifest] {
    let part = Part.receive
    let workload = receiveWorkload
    return [
      site.manifest(.serviceAccount, part.name, of: part, thanos.store.identity),
      site.headlessService(Self.receivePods, of: part, ports: [Thanos.grpcPort, Thanos.httpPort]),
    ] + receiveConfiguration() + [
      site.networkPolicy(
        part,
        opening: (isFront(part) ? [("web-proxy", to: .anyone)] : [])
          + [("grpc", to: .pods(of: [.querier] + [dealer].compactMap(\.self)))],
      ),
      workload.statefulSet(service: Self.receivePods),
    ] + workload.disruptionBudget()
  }

  /// The Service that names each pod, for the querier must see them all.
  ///
  /// It leaves out pods that are not ready: whoever asks one that still reads its log waits in vain.
  static let receivePods = "\(Part.receive.name)-pods"

  /// The label that tells the copies of a series apart.
  static let copyLabel = "receive_replica"

  private var receiveWorkload: Workload {
    let component = design.receive.component
    let container = Thanos.container(
      .receive,
      component,
      receiveArguments,
      environment: [Thanos.podName],
      mounts: [Thanos.data, ObjectStore.mount] + configurationMounts(of: .receive),
    )
    return Workload(
      .receive,
      component,
      at: site,
      containers: [container] + (isFront(.receive) ? [receiveGuard.container] : []),
      volumes: [thanos.store.volume] + configurationVolumes(of: .receive)
        + (isFront(.receive) ? receiveGuard.podVolumes : []),
      configuration: thanos.store.fingerprint,
      // On its end it uploads what it holds, which takes time on a slow day.
      graceSeconds: 900,
    )
  }

  private var receiveArguments: [String] {
    [
      "receive",
      "--tsdb.path=\(Thanos.data.path)",
      "--tsdb.retention=\(design.receive.retention)",
      clusterLabel,
      "--label=\(Self.copyLabel)=\"$(POD_NAME)\"",
    ] + listeningArguments + [thanos.store.argument] + frontArguments(of: .receive)
      + (dealer == .receive ? ["--receive.local-endpoint=\(podAddress("$(POD_NAME)"))"] : [])
  }

  /// Receive does not start without a label of its own.
  var clusterLabel: String { "--label=receive_cluster=\(JSON.string(fleet.name).text())" }

  /// Remote write is heard on loopback alone: nothing but a proxy in the pod may reach it.
  var listeningArguments: [String] {
    ["--remote-write.address=127.0.0.1:19291", "--receive.capnproto-address=127.0.0.1:19391"]
  }
}
