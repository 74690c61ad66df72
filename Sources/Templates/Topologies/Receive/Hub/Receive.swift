import Fleet
import JSON
import Objects

/// Thanos receive: keeps what the managed clusters write until it is in the bucket.
extension HubSite {
  /// With the proxy in its pods, unless a router stands before them.
  func receive() -> [Manifest] {
    let part = Part.receive
    let workload = receiveWorkload
    return [
      site.manifest(.serviceAccount, part.name, of: part, thanos.store.identity),
      thanos.receivePods(),
    ] + receiveConfiguration() + [
      site.networkPolicy(
        part,
        opening: (isWayIn(part) ? [("web-proxy", to: .anyone)] : [])
          + [
            ("grpc", to: .pods(of: [.querier] + [dealer].compactMap(\.self))),
            ("http", to: .apiServer),
          ],
      ),
      workload.statefulSet(service: ThanosSite.receivePods),
    ] + workload.disruptionBudget()
  }

  private var receiveWorkload: Workload {
    var workload = thanos.receiveWorkload(
      design.receive.component,
      retention: design.receive.retention,
      listeningArguments + [thanos.store.argument] + wayInArguments(of: .receive)
        + (dealer == .receive ? ["--receive.local-endpoint=\(podAddress("$(POD_NAME)"))"] : []),
      mounts: configurationMounts(of: .receive),
      guarding: isWayIn(.receive) ? [receiveGuard.container] : [],
      volumes: configurationVolumes(of: .receive)
        + (isWayIn(.receive) ? receiveGuard.podVolumes : []),
    )
    workload.dispensable = design.receive.dispensable
    workload.spreading = design.receive.replicationFactor > 1 ? .required : .preferred
    return workload
  }

  /// Remote write is heard on loopback alone: nothing but a proxy in the pod may reach it.
  var listeningArguments: [String] {
    ["--remote-write.address=127.0.0.1:19291", "--receive.capnproto-address=127.0.0.1:19391"]
  }
}

extension Receive {
  /// How many pods may be away while every sample can still be written.
  ///
  /// A write needs more than half of its copies, and with two of them one (Thanos' handler.go,
  /// writeQuorum). Where no copy can be spared, one pod goes at a time all the same: clusters send
  /// again what was not taken meanwhile.
  fileprivate var dispensable: Int {
    let quorum = replicationFactor == 2 ? 1 : replicationFactor / 2 + 1
    return max(1, replicationFactor - quorum)
  }
}
