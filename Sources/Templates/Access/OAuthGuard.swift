import Fleet
import JSON

/// OpenShift's proxy in front of a web port that has no guard of its own.
struct OAuthGuard: PodGuard {
  /// Of the Service and of the ServiceAccount; the proxy's Secrets are named after it.
  let name: String
  let proxy: GuardProxy
  /// The port at which the proxy listens, with TLS.
  let port: Int64
  /// Where the guarded process listens on the pod's loopback.
  let upstream: String
  /// What a person who logs in with a browser must be allowed to do.
  let login: AccessReview
  /// What the owner of a bearer token must be allowed to do, by path prefix.
  let bearer: KeyValuePairs<String, AccessReview>
  /// A path that the kubelet may ask without logging in.
  var openPath: String?
  /// For how long the API server's answers about a bearer token hold, as Go writes durations.
  ///
  /// While the API server is away, the proxy answers every token that it does not remember with 403, which
  /// Prometheus takes for final: it drops those samples. So the longer, the less is lost; but for as long a
  /// token that has been revoked still gets in. The proxy's own standard is 10 s.
  var memory: String?

  /// The names of the volumes, in whatever pod it is.
  static let volumes = (certificate: "serving-cert", session: "session-secret")

  /// The Secret with the key of its cookies.
  var sessionSecret: String { "\(name)-proxy" }
  /// The Secret that the cluster's service CA fills with its certificate.
  var servingCertificate: String { "\(name)-tls" }

  var container: Container {
    Container(
      name: "oauth-proxy",
      image: proxy.image,
      arguments: arguments,
      ports: ["web-proxy": port],
      readiness: probe(
        "/oauth/healthz",
        port: "web-proxy",
        scheme: "HTTPS",
        everySeconds: 5,
        failures: 6,
      ),
      resources: proxy.resources.json,
      mounts: [
        Mount(volume: Self.volumes.certificate, path: "/etc/tls/private"),
        Mount(volume: Self.volumes.session, path: "/etc/proxy/secrets"),
      ],
    )
  }

  var podVolumes: [JSON] {
    [
      secretVolume(Self.volumes.certificate, secret: servingCertificate),
      secretVolume(Self.volumes.session, secret: sessionSecret),
    ]
  }

  /// An empty HTTP address closes the port that would have no encryption.
  private var arguments: [String] {
    var arguments = [
      "-provider=openshift",
      "-https-address=:\(port)",
      "-http-address=",
      "-email-domain=*",
      "-upstream=\(upstream)",
      "-openshift-service-account=\(name)",
      "-tls-cert=/etc/tls/private/tls.crt",
      "-tls-key=/etc/tls/private/tls.key",
      "-cookie-secret-file=/etc/proxy/secrets/session_secret",
      "-openshift-sar=\(login.subjectAccessReview.text())",
    ]
    if !bearer.isEmpty {
      let reviews = JSONObject(bearer.map { ($0.key, $0.value.resourceAttributes) })
      arguments.append("-openshift-delegate-urls=\(JSON.object(reviews).text())")
    }
    if let memory {
      arguments.append("-authentication-token-webhook-cache-ttl=\(memory)")
      arguments.append("-authorization-webhook-cache-authorized-ttl=\(memory)")
    }
    if let openPath { arguments.append("-skip-auth-regex=^\(openPath)$") }
    return arguments
  }
}
