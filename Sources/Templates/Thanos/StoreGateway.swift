import Fleet
import JSON
import Manifest

/// Thanos store: answers for what has reached the bucket.
extension ThanosSite {
  func storeGateway() -> [Manifest] {
    let part = Part.storeGateway
    let workload = storeGatewayWorkload
    return [
      storeAccount(part),
      site.headlessService(part.name, of: part, ports: [Thanos.grpcPort, Thanos.httpPort]),
      site.networkPolicy(part, opening: [("grpc", to: .pods(of: [.querier]))]),
      workload.statefulSet(service: part.name),
    ] + workload.disruptionBudget()
  }

  private var storeGatewayWorkload: Workload {
    let container = Thanos.container(
      .storeGateway,
      design.storeGateway,
      ["store", "--data-dir=\(Thanos.data.path)", store.argument],
      mounts: [Thanos.data, ObjectStore.mount],
    )
    return Workload(
      .storeGateway,
      design.storeGateway,
      at: site,
      containers: [container],
      volumes: [store.volume],
      configuration: store.fingerprint,
    )
  }
}
