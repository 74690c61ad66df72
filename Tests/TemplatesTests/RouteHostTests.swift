import Fleet
import JSON
import Objects
import Templates
import TestSupport
import Testing

/// A host is made of a Route's name and its namespace, and one label of it has 63 characters at most.
@Suite struct RouteHostTests {
  @Test(arguments: ["receive-openshift", "receive-olm", "collector-openshift"])
  func `the longest namespace that a file may have just leaves room for the longest Route`(
    _ example: String
  ) throws {
    let text = try ExampleFleet.text(of: example)
    let fleets = (1...63).compactMap { length in
      let namespace = String(repeating: "n", count: length)
      let file = text.replacing("\nnamespace: thanos\n", with: "\nnamespace: \(namespace)\n")
      return Fleet.read(Array(file.utf8), file: "fleet.yaml").fleet
    }
    let fleet = try #require(fleets.last)
    #expect(fleets.count == fleet.namespace.utf8.count)
    let labels = try render(fleet).manifests
      .filter { $0.reference.kind == .route && $0.reference.namespace == fleet.namespace }
      .map { "\($0.reference.name)-\(fleet.namespace)".utf8.count }
    #expect(labels.max() == 63)
  }

  private func text(_ routes: String) throws -> String {
    try ExampleFleet.text(of: "receive-openshift").replacing(
      "  context: hub\n",
      with: "  context: hub\n  routes: {\(routes)}\n",
    )
  }

  @Test func `hosts of the file are those of the Routes`() throws {
    let text = try text("receive: in.example.com, grafana: g.example.com")
    let fleet = try #require(Fleet.read(Array(text.utf8), file: "fleet.yaml").fleet)
    let hosts = try render(fleet).manifests(on: "hub").filter { $0.reference.kind == .route }
      .map { "\($0.reference.name) \($0.body["spec"]?["host"]?.stringValue ?? "-")" }
    #expect(
      hosts.sorted() == [
        "grafana g.example.com", "thanos-querier -", "thanos-receive in.example.com",
      ]
    )
  }

  private func manifests(_ routes: String, on cluster: String = "hub") throws -> [Manifest] {
    let fleet = try #require(Fleet.read(Array(text(routes).utf8), file: "fleet.yaml").fleet)
    return try render(fleet).manifests(on: cluster)
  }

  @Test func `a certificate is shown under the names that it is for, and the router may read it`()
    throws
  {
    let manifests = try manifests(
      "receive: in.example.com, grafana: g.example.com, tls: {secret: hub-tls, issuer: our-ca}"
    )
    let shown = manifests.filter { $0.reference.kind == .route }.map { route in
      let name = route.body["spec"]?["tls"]?["externalCertificate"]?["name"]
      return "\(route.reference.name) \(name?.stringValue ?? "-")"
    }
    #expect(
      shown.sorted() == ["grafana hub-tls", "thanos-querier -", "thanos-receive hub-tls"]
    )
    let certificate = manifests.first { $0.reference.kind == .certificate }
    #expect(certificate?.body["spec"]?["secretName"] == "hub-tls")
    #expect(certificate?.body["spec"]?["dnsNames"] == ["in.example.com", "g.example.com"])
    let roles = manifests.filter { $0.reference.name == "router-certificate" }
    let rules = roles.first { $0.reference.kind == .role }?.body["rules"]
    #expect(
      rules == [
        [
          "apiGroups": [""], "resources": ["secrets"], "resourceNames": ["hub-tls"],
          "verbs": ["get", "list", "watch"],
        ]
      ]
    )
    let subjects = roles.first { $0.reference.kind == .roleBinding }?.body["subjects"]
    #expect(
      subjects == [
        ["kind": "ServiceAccount", "name": "router", "namespace": "openshift-ingress"]
      ]
    )
  }

  @Test(arguments: [
    ("receive: in.example.com, tls: {secret: hub-tls}", "Secret thanos/hub-tls"),
    ("receive: in.example.com, tls: {secret: hub-tls, authority: system}", nil),
    (
      "grafana: g.example.com, tls: {secret: hub-tls}",
      "ConfigMap openshift-config-managed/default-ingress-cert",
    ),
  ])
  func `clusters trust the authority of what the router shows them`(
    routes: String,
    authority: String?,
  ) throws {
    let producers = try manifests(routes, on: "cluster1").flatMap(\.bindings).flatMap(\.values)
      .flatMap(\.handOffs).map(\.producer.localDescription)
    let authorities = Set(producers.filter { $0.contains("tls") || $0.contains("cert") })
    #expect(authorities == Set([authority].compactMap(\.self)))
  }

  @Test func `a collector's connection is passed through, with a certificate of its own`() throws {
    let text = try ExampleFleet.text(of: "collector-openshift").replacing(
      "  context: hub\n",
      with:
        "  context: hub\n  routes: {receive: in.example.com, grafana: g.example.com, tls: {secret: hub-tls}}\n",
    )
    let fleet = try #require(Fleet.read(Array(text.utf8), file: "fleet.yaml").fleet)
    let shown = try render(fleet).manifests(on: "hub").filter {
      $0.body["spec"]?["tls"]?["externalCertificate"] != nil
    }
    #expect(shown.map(\.reference.name) == ["grafana"])
  }

  @Test func `a certificate for no name is refused`() throws {
    let reading = try Fleet.read(Array(text("tls: {secret: hub-tls}").utf8), file: "fleet.yaml")
    #expect(reading.problems.map(\.fact) == [.hub(.certificateWithoutHost)])
  }

  @Test(arguments: [
    ("in.example.com", nil), ("other.example.com", "http://proxy.example.com:3128"),
  ])
  func `no proxy is asked for a host that is excepted`(exception: String, proxy: String?) throws {
    let text = try text("receive: in.example.com")
      .replacing("  context: cluster1\n", with: "  context: cluster1\n    mode: operator\n")
      .replacing(
        "\nhub:\n",
        with: """

          proxy: {https: "http://proxy.example.com:3128", noProxy: [\(exception)]}
          hub:

          """,
      )
    let fleet = try #require(Fleet.read(Array(text.utf8), file: "fleet.yaml").fleet)
    let writer = try render(fleet).manifests(on: "cluster1").first {
      $0.reference.kind == .prometheus
    }
    let write = try #require(writer?.body["spec"]?["remoteWrite"]?[0])
    #expect(write["proxyUrl"]?.stringValue == proxy)
  }

  @Test func `a host leaves a longer namespace room`() throws {
    let long = try text("receive: in.example.com").replacing(
      "\nnamespace: thanos\n",
      with: "\nnamespace: \(String(repeating: "n", count: 60))\n",
    )
    #expect(Fleet.read(Array(long.utf8), file: "fleet.yaml").fleet != nil)
  }

  @Test func `no other platform has Routes`() throws {
    let text = try ExampleFleet.text(of: "receive-kubernetes").replacing(
      "  context: hub\n",
      with: "  context: hub\n  routes: {grafana: g.example.com}\n",
    )
    let reading = Fleet.read(Array(text.utf8), file: "fleet.yaml")
    #expect(reading.problems.map(\.fact) == [.hub(.noRoutes)])
  }
}
