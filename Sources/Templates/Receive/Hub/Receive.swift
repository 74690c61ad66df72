import Fleet
import JSON
import Manifest

/// Thanos receive behind its proxy: takes what the managed clusters write.
extension HubSite {
  func receive() -> [Manifest] {
    let part = Part.receive
    let workload = receiveWorkload
    return [
      site.manifest(.serviceAccount, part.name, of: part, thanos.store.identity),
      site.authenticationDelegation(receiveGuard, of: part),
      site.sessionSecret(receiveGuard, of: part),
      site.guardedService(receiveGuard, of: part, selector: site.selector(part)),
      site.headlessService(Self.receivePods, of: part, ports: [Thanos.grpcPort, Thanos.httpPort]),
      site.networkPolicy(
        part,
        opening: [("web-proxy", to: .anyone), ("grpc", to: .pods(of: [.querier]))],
      ),
      workload.statefulSet(service: Self.receivePods),
    ] + workload.disruptionBudget() + [site.route(receiveRoute.name, to: part.name, of: part)]
  }

  /// Where the managed clusters' metrics arrive.
  var receiveRoute: ObjectReference { site.reference(.route, Part.receive.name) }

  /// The Service that names each pod, for the querier must see them all.
  static let receivePods = "\(Part.receive.name)-pods"

  private var receiveGuard: OAuthGuard {
    OAuthGuard(
      name: Part.receive.name,
      image: design.oauthProxy.image,
      port: 9091,
      upstream: "http://127.0.0.1:19291",
      login: remoteWrite,
      bearer: ["/api/v1/receive": remoteWrite],
    )
  }

  private var receiveWorkload: Workload {
    let component = design.receive.component
    let container = Thanos.container(
      .receive,
      component,
      receiveArguments,
      environment: [Thanos.podName],
      mounts: [Thanos.data, ObjectStore.mount],
    )
    return Workload(
      .receive,
      component,
      at: site,
      containers: [container, receiveGuard.container],
      volumes: [thanos.store.volume] + receiveGuard.podVolumes,
      configuration: thanos.store.fingerprint,
      // On its end it uploads what it holds, which takes time on a slow day.
      graceSeconds: 900,
    )
  }

  /// Remote write is heard on loopback alone: nothing but the proxy may reach it.
  private var receiveArguments: [String] {
    [
      "receive",
      "--tsdb.path=\(Thanos.data.path)",
      "--tsdb.retention=\(design.receive.retention)",
      "--label=receive_cluster=\(JSON.string(fleet.name).text())",
      "--label=receive_replica=\"$(POD_NAME)\"",
      "--remote-write.address=127.0.0.1:19291",
      "--receive.capnproto-address=127.0.0.1:19391",
      thanos.store.argument,
    ]
  }
}
