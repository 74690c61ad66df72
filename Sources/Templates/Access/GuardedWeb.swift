import JSON
import Objects

/// The objects around an oauth-proxy: its account, session secret, access to reviews and Route.
extension Site {
  /// The ServiceAccount of a proxy that people log in to: its annotation lets OpenShift's login
  /// lead back to the Route.
  func interactiveAccount(_ proxy: OAuthGuard, route: String, of part: Part) -> Manifest {
    let target: JSON = [
      "kind": "OAuthRedirectReference",
      "apiVersion": "v1",
      "reference": ["kind": "Route", "name": .string(route)],
    ]
    let key = "serviceaccounts.openshift.io/oauth-redirectreference.\(proxy.name)"
    let annotations = JSON.map([key: target.text()])
    return manifest(
      .serviceAccount,
      proxy.name,
      of: part,
      ["metadata": ["annotations": annotations]],
    )
  }

  /// The key of the proxy's cookies: made once and kept, for a new one logs everybody out.
  func sessionSecret(_ proxy: OAuthGuard, of part: Part) -> Manifest {
    // 43 letters and digits are the base64 of 32 bytes, the longest key that the proxy takes.
    generatedSecret(proxy.sessionSecret, key: "session_secret", length: 43, of: part)
  }

  /// Lets a proxy ask the API server who a bearer token belongs to and what they may do.
  func authenticationDelegation(_ proxy: any PodGuard, of part: Part) -> Manifest {
    clusterRoleBinding(
      "\(proxy.name)-auth-delegator",
      role: "system:auth-delegator",
      to: proxy.name,
      of: part,
    )
  }

  /// A Service whose `web-proxy` port gets a certificate from the cluster's service CA.
  func guardedService(
    _ proxy: OAuthGuard,
    of part: Part,
    selector: [String: String],
    ports: [JSON] = [],
  ) -> Manifest {
    let key = WellKnown.servingCertificateSecret
    let web = servicePort("web-proxy", proxy.port, target: "web-proxy")
    return service(
      proxy.name,
      of: part,
      selecting: selector,
      ports: [web] + ports,
      ["metadata": ["annotations": .map([key: proxy.servingCertificate])]],
    )
  }
}
