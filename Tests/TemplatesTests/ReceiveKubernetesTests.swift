import JSON
import Objects
import Templates
import Testing

@testable import Fleet

/// Receive where the platform has no Routes, no login and no OLM.
@Suite struct ReceiveKubernetesTests {
  /// With a Prometheus of the fleet's own on the OpenShift cluster, too.
  private var fleet: Fleet {
    var fleet = Example.kubernetes.fleet
    fleet.clusters[1].writer.mode = .ownPrometheus
    return fleet
  }

  @Test func `the proxy asks for exactly what the role gives, on one path`() throws {
    let hub = try render(fleet).manifests(on: "hub")
    let file = hub.first { $0.reference.name == "thanos-receive-proxy" }?.body["data"]?[
      "config.yaml"
    ]
    let role = hub.first { $0.reference.name == "remote-write" }?.body["rules"]?[0]
    let attributes = try JSON(parsing: file?.stringValue ?? "")["authorization"]?[
      "resourceAttributes"
    ]
    #expect(
      attributes == [
        "apiGroup": "fedctl.dev", "resource": "remotewrites", "namespace": "thanos",
        "name": "thanos-receive",
      ]
    )
    #expect(role?["apiGroups"] == ["fedctl.dev"] && role?["resources"] == ["remotewrites"])
    #expect(role?["resourceNames"] == ["thanos-receive"] && role?["verbs"] == ["create"])
    let proxy = try proxyArguments(fleet)
    #expect(proxy.contains("--allow-paths=/api/v1/receive"))
    #expect(!proxy.contains { $0.hasPrefix("--insecure") || $0.hasPrefix("--ignore-paths") })
  }

  @Test func `it may review tokens and rights, and tells receive who somebody is where it matters`()
    throws
  {
    let hub = try render(fleet).manifests(on: "hub")
    let binding = hub.first {
      $0.reference.name == "edge-metrics.thanos.thanos-receive-auth-delegator"
    }
    #expect(binding?.body["roleRef"]?["name"] == "system:auth-delegator")
    let flag = "--auth-header-user-field-name=X-Forwarded-User"
    #expect(try proxyArguments(fleet).contains(flag))
    var fleet = fleet
    fleet.receiving.receive.tenancy = .shared
    #expect(try !proxyArguments(fleet).contains(flag))
  }

  @Test func `the Ingress shows the proxy's certificate, and encrypts the way to it`() throws {
    let ingress = try #require(
      render(fleet).manifests.first { $0.reference.kind == .ingress }
    )
    let spec = ingress.body["spec"]
    #expect(
      spec?["tls"] == [["hosts": ["metrics.example.com"], "secretName": "metrics-example-com"]]
    )
    #expect(spec?["rules"]?[0]?["http"]?["paths"]?[0]?["path"] == "/api/v1/receive")
    let annotations = ingress.body["metadata"]?["annotations"]
    #expect(annotations?["nginx.ingress.kubernetes.io/backend-protocol"] == "HTTPS")
  }

  @Test func `an issuer fills the Secret that the proxy mounts`() throws {
    var fleet = fleet
    fleet.ingress?.issuer = Issuer(name: "letsencrypt", kind: "ClusterIssuer")
    let certificate = try render(fleet).manifests.first { $0.reference.kind == .certificate }
    #expect(
      certificate?.body["spec"] == [
        "secretName": "metrics-example-com", "dnsNames": ["metrics.example.com"],
        "issuerRef": [
          "group": "cert-manager.io", "kind": "ClusterIssuer", "name": "letsencrypt",
        ],
      ]
    )
  }

  @Test func `clusters trust the Secret's authority, or whom every system trusts`() throws {
    var fleet = fleet
    #expect(try remoteWrite(fleet, "cluster1")["tlsConfig"] == nil)
    fleet.ingress?.authority = .secret
    let trusted: JSON = ["ca": ["secret": ["name": "hub-ingress-ca", "key": "ca-bundle.crt"]]]
    // The same on a cluster of another platform than the hub's.
    for cluster in ["cluster1", "cluster2"] {
      #expect(try remoteWrite(fleet, cluster)["tlsConfig"] == trusted)
      let copy = try #require(
        render(fleet).manifests(on: cluster).first { $0.reference.name == "hub-ingress-ca" }
      )
      #expect(copy.reference.kind == .secret && copy.bindings.allSatisfy(\.isSecret))
    }
  }

  @Test func `a load balancer is known by the name in the certificate, whatever it is called`()
    throws
  {
    var fleet = fleet
    fleet.useLoadBalancer()
    let write = try remoteWrite(fleet, "cluster1")
    #expect(write["url"] == "https://lb.example.net:443/api/v1/receive")
    #expect(write["tlsConfig"]?["serverName"] == "metrics.example.com")
    let service = try #require(
      render(fleet).manifests(on: "hub").first { $0.body["spec"]?["type"] == "LoadBalancer" }
    )
    #expect(service.body["spec"]?["ports"]?[0]?["targetPort"] == "web-proxy")
  }

  @Test func `there is nothing of OpenShift on a cluster that is none`() throws {
    let manifests = try render(fleet).manifests
    let kinds: Set<ResourceKind> = [.route, .subscription, .operatorGroup]
    for cluster in ["hub", "cluster1"] {
      let own = manifests.filter { $0.reference.cluster == cluster }
      #expect(!own.contains { kinds.contains($0.reference.kind) })
      #expect(!own.contains { $0.container("oauth-proxy") != nil || $0.servingCertificate != nil })
    }
    let others = manifests.filter { $0.reference.cluster == "cluster2" }.map(\.reference.kind)
    #expect(Set(others).isSuperset(of: kinds))
  }

  @Test func `no Prometheus listens to anybody but itself and a proxy in its pod`() throws {
    for manifest in try render(fleet).manifests where manifest.reference.kind == .prometheus {
      #expect(manifest.body["spec"]?["listenLocal"] == true)
    }
  }

  @Test func `what the dashboard sums up is recorded where no platform does it`() throws {
    let manifests = try render(fleet).manifests
    let dashboard = manifests.compactMap { $0.body["data"]?["clusters.json"]?.stringValue }.first
    let rules = manifests.first {
      $0.reference.kind == .prometheusRule && $0.reference.cluster == "cluster1"
    }
    let recorded =
      rules?.body["spec"]?["groups"]?[0]?["rules"]?.arrayValue?
      .compactMap { $0["record"]?.stringValue } ?? []
    let shown = recorded.filter { $0.hasPrefix("namespace:") }
    #expect(shown.count == 2)
    for name in shown { #expect(dashboard?.contains(name) == true) }
  }

  // MARK: Parts

  private func proxyArguments(_ fleet: Fleet) throws -> [String] {
    let proxies = try render(fleet).manifests(on: "hub").compactMap {
      $0.container("kube-rbac-proxy")
    }
    return proxies.first?["args"]?.texts ?? []
  }

  /// How a cluster writes, when every host is called the same.
  private func remoteWrite(_ fleet: Fleet, _ cluster: String) throws -> JSON {
    let prometheus = try #require(
      render(fleet).manifests(on: cluster).first { $0.reference.kind == .prometheus }
    )
    let values = prometheus.bindings.flatMap(\.values).map { ($0, "lb.example.net") }
    let resolved = try prometheus.resolved(Dictionary(values) { $1 })
    return resolved["spec"]?["remoteWrite"]?[0] ?? [:]
  }
}
