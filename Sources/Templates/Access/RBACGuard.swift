import Fleet
import JSON
import Objects

/// kube-rbac-proxy in front of a port: it asks the API server who owns a bearer token and whether
/// that one has a right.
struct RBACGuard: PodGuard {
  /// Of the ServiceAccount and of the Service; the ConfigMap is named after it.
  let name: String
  let proxy: GuardProxy
  /// The port at which the proxy listens, with TLS; the next one answers the kubelet.
  let port: Int64
  /// Where the guarded process listens on the pod's loopback.
  let upstream: String
  /// The one path that leads there.
  let path: String
  /// What the owner of a token must be allowed to do; the verb follows from the request's method.
  let review: AccessReview
  /// A Secret with `tls.crt` and `tls.key`.
  let certificate: String
  /// The header in which the guarded process is told who the owner is.
  var identityHeader: String?

  /// The ConfigMap that `configuration` makes.
  private var configurationName: String { "\(name)-proxy" }
  private static let configurationFile = "config.yaml"
  private static let certificateFolder = Mount(volume: "serving-cert", path: "/etc/tls/private")
  private static let configurationFolder = Mount(
    volume: "proxy-configuration",
    path: "/etc/kube-rbac-proxy",
  )

  var container: Container {
    Container(
      name: "kube-rbac-proxy",
      image: proxy.image,
      arguments: arguments,
      ports: ["web-proxy": port, "proxy-health": port + 1],
      readiness: probe(
        "/healthz",
        port: "proxy-health",
        scheme: "HTTPS",
        everySeconds: 5,
        failures: 6,
      ),
      resources: proxy.resources.json,
      mounts: [Self.certificateFolder, Self.configurationFolder],
    )
  }

  var podVolumes: [JSON] {
    [
      secretVolume(Self.certificateFolder.volume, secret: certificate),
      configVolume(Self.configurationFolder.volume, configMap: configurationName),
    ]
  }

  private var arguments: [String] {
    let folder = Self.certificateFolder.path
    let identity = identityHeader.map {
      ["--auth-header-fields-enabled", "--auth-header-user-field-name=\($0)"]
    }
    return [
      "--secure-listen-address=:\(port)",
      "--proxy-endpoints-port=\(port + 1)",
      "--upstream=\(upstream)",
      "--allow-paths=\(path)",
      "--config-file=\(Self.configurationFolder.path)/\(Self.configurationFile)",
      "--tls-cert-file=\(folder)/tls.crt",
      "--tls-private-key-file=\(folder)/tls.key",
    ] + (identity ?? [])
  }

  /// The ConfigMap that says which right is asked for.
  func configuration(at site: Site, of part: Part) -> Manifest {
    let attributes = JSON.fields([
      "apiGroup": .string(review.group), "resource": .string(review.resource),
      "namespace": .string(review.namespace), "name": .string(review.name),
    ])
    let configuration: JSON = ["authorization": ["resourceAttributes": attributes]]
    return site.manifest(
      .configMap,
      configurationName,
      of: part,
      ["data": [Self.configurationFile: .string(configuration.text(.pretty))]],
    )
  }
}
