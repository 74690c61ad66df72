import Fleet
import JSON
import Manifest

/// The way in for what the managed clusters write: past a proxy that asks whether they may.
extension HubSite {
  func wayIn() -> [Manifest] {
    [
      site.authenticationDelegation(receiveGuard, of: front),
      site.sessionSecret(receiveGuard, of: front),
      site.guardedService(receiveGuard, of: front, selector: site.selector(front)),
      site.route(receiveRoute.name, to: receiveGuard.name, of: .receive),
    ]
  }

  /// Where the managed clusters' metrics arrive; its host stays, whatever part stands behind it.
  var receiveRoute: ObjectReference { site.reference(.route, Part.receive.name) }

  var receiveGuard: OAuthGuard {
    OAuthGuard(
      name: front.name,
      image: design.oauthProxy.image,
      port: 9091,
      upstream: "http://127.0.0.1:19291",
      login: remoteWrite,
      bearer: ["/api/v1/receive": remoteWrite],
    )
  }
}
