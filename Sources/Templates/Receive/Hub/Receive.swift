import Fleet
import JSON
import Manifest

/// Thanos receive behind its proxy: takes what the managed clusters write.
extension HubSite {
  func receive() -> [Manifest] {
    let part = Part.receive
    let workload = receiveWorkload
    return [
      site.manifest(.serviceAccount, part.name, of: part, thanos.storeIdentity),
      site.authenticationDelegation(receiveGuard, of: part),
      site.sessionSecret(receiveGuard, of: part),
      site.guardedService(receiveGuard, of: part, selector: site.selector(part)),
      thanos.receivePods(),
      site.networkPolicy(
        part,
        opening: [("web-proxy", to: .anyone), ("grpc", to: .pods(of: [.querier]))],
      ),
      workload.statefulSet(service: ThanosSite.receivePods),
    ] + workload.disruptionBudget() + [site.route(receiveRoute.name, to: part.name, of: part)]
  }

  /// Where the managed clusters' metrics arrive.
  var receiveRoute: ObjectReference { site.reference(.route, Part.receive.name) }

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

  /// Remote write is heard on loopback alone: nothing but the proxy may reach it.
  private var receiveWorkload: Workload {
    thanos.receiveWorkload(
      design.receive,
      ["--remote-write.address=127.0.0.1:19291"],
      ports: ["http": 10902, "grpc": 10901],
      guarding: [receiveGuard.container],
      volumes: receiveGuard.podVolumes,
    )
  }
}
