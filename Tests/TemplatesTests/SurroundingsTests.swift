import JSON
import Objects
import Templates
import Testing

@testable import Fleet

/// What holds for everything on a cluster: the way out, places, labels.
@Suite struct SurroundingsTests {
  private static let proxy = WebProxy(
    http: "http://proxy.example.com:3128",
    https: "http://proxy.example.com:3129",
    exceptions: [".inside.example.com"],
  )
  private static let metadata = CommonMetadata(
    labels: ["example.com/team": "metrics"],
    annotations: ["example.com/page": "https://wiki.example.com"],
    namespaceLabels: ["pod-security.kubernetes.io/warn": "restricted"],
    namespaceAnnotations: ["argocd.argoproj.io/sync-wave": "1"],
  )

  private func surrounded(_ example: Example, _ surroundings: Surroundings) -> Fleet {
    var fleet = example.fleet
    fleet.hub.surroundings = surroundings
    for index in fleet.clusters.indices { fleet.clusters[index].surroundings = surroundings }
    return fleet
  }

  /// The containers that are told of the proxy, by the objects that run them.
  private func told(_ manifests: [Manifest]) -> [String: [String: String]] {
    var found: [String: [String: String]] = [:]
    for manifest in manifests where manifest.reference.kind.is(.workload) {
      let spec = manifest.body["spec"]
      let containers = (spec?["template"]?["spec"] ?? spec)?["containers"]?.arrayValue ?? []
      for container in containers {
        for entry in container["env"]?.arrayValue ?? [] {
          guard let name = entry["name"]?.stringValue, name.hasSuffix("_PROXY") else { continue }
          let place = "\(manifest.reference.name)/\(container["name"]?.stringValue ?? "")"
          found[place, default: [:]][name] = entry["value"]?.stringValue
        }
      }
    }
    return found
  }

  @Test func `a sidecar that has the bucket's keys in variables keeps them beside the proxy`()
    throws
  {
    var fleet = surrounded(.sidecar, Surroundings(proxy: Self.proxy))
    fleet.asking.bucket.credentials = .keysInSecret(
      BucketKeysInSecret(secret: "mine", accessKey: "id", secretKey: "key")
    )
    fleet.clusters[0].uploader.role = nil
    let prometheus = try render(fleet).manifests(on: "cluster1")
      .first { $0.reference.kind == .prometheus }
    let variables = prometheus?.container("thanos-sidecar")?["env"]?.arrayValue ?? []
    #expect(
      variables.compactMap { $0["name"]?.stringValue } == [
        "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY",
      ]
    )
  }

  @Test(
    arguments: [
      (
        Example.platform,
        [
          "thanos-store-gateway/thanos-store-gateway", "thanos-receive/thanos-receive",
          "thanos-compact/thanos-compact", "grafana/grafana",
        ],
      ),
      (
        .sidecar,
        [
          "thanos-store-gateway/thanos-store-gateway", "thanos-compact/thanos-compact",
          "grafana/grafana", "federated-prometheus/thanos-sidecar",
        ],
      ),
      (.federate, ["grafana/grafana"]),
      (
        .collector,
        [
          "thanos-store-gateway/thanos-store-gateway", "thanos-receive/thanos-receive",
          "thanos-compact/thanos-compact", "grafana/grafana",
          "metrics-collector/metrics-collector",
        ],
      ),
    ]
  )
  func `who goes out knows the way`(_ example: Example, _ expected: [String]) throws {
    let fleet = surrounded(example, Surroundings(proxy: Self.proxy))
    let told = told(try render(fleet, example.bundles).manifests)
    #expect(Set(told.keys).subtracting(["alertmanager/alertmanager"]).isSuperset(of: expected))
    // What asks within the fleet alone asks no proxy.
    #expect(!told.keys.contains { $0.contains("querier") || $0.contains("proxy") })
    for variables in told.values {
      #expect(variables["HTTP_PROXY"] == "http://proxy.example.com:3128")
      #expect(variables["HTTPS_PROXY"] == "http://proxy.example.com:3129")
      let exceptions = variables["NO_PROXY"]?.split(separator: ",").map(String.init) ?? []
      let within = [".svc", ".cluster.local", "$(KUBERNETES_SERVICE_HOST)", "169.254.0.0/16"]
      #expect(Set(exceptions).isSuperset(of: within + [".inside.example.com"]))
    }
  }

  private func proxyURLs(_ fleet: Fleet) throws -> [JSON?] {
    try render(fleet).manifests.flatMap { manifest -> [JSON?] in
      let spec = manifest.body["spec"]
      let writes = (spec?["prometheusConfig"] ?? spec)?["remoteWrite"]?.arrayValue ?? []
      return writes.map { $0["proxyUrl"] }
    }
  }

  @Test func `Prometheus writes by the proxy unless the hub's host is excepted`() throws {
    let url = Self.proxy.https.map(JSON.string)
    let outside = surrounded(.kubernetes, Surroundings(proxy: Self.proxy))
    #expect(Set(try proxyURLs(outside)) == [url])
    var proxy = Self.proxy
    proxy.exceptions = [".example.com"]
    let inside = surrounded(.kubernetes, Surroundings(proxy: proxy))
    #expect(Set(try proxyURLs(inside)) == [nil])
    #expect(Set(try proxyURLs(surrounded(.receive, Surroundings(proxy: proxy)))).contains(url))
  }

  @Test func `the platform's Prometheus is told of it in its configuration`() throws {
    let fleet = surrounded(.platform, Surroundings(proxy: Self.proxy))
    let texts = try render(fleet).manifests.filter { $0.sharedText != nil }.flatMap(\.bindings)
      .map { "\($0.parts)" }
    #expect(!texts.isEmpty)
    #expect(texts.allSatisfy { $0.contains("proxyUrl: \\\"http://proxy.example.com:3129") })
  }

  @Test(arguments: Example.variants)
  func `labels stand on everything but selectors, and never in the place of fedctl's`(
    _ example: Example
  ) throws {
    let plain = try render(example.fleet, example.bundles).manifests
    var metadata = Self.metadata
    metadata.labels["app"] = "mine"
    let fleet = surrounded(example, Surroundings(metadata: metadata))
    let manifests = try render(fleet, example.bundles).manifests
    #expect(manifests.map(\.reference) == plain.map(\.reference))
    for (manifest, before) in zip(manifests, plain) {
      let labels = manifest.body["metadata"]?["labels"]
      let isOurs = manifest.sharedText == nil
      #expect((labels?["example.com/team"] == "metrics") == isOurs, "\(manifest.reference)")
      for label in before.body["metadata"]?["labels"]?.objectValue ?? [:] {
        #expect(labels?[label.key] == label.value)
      }
      for key in ["selector", "volumeClaimTemplates", "serviceMonitorSelector", "storage"] {
        #expect(manifest.body["spec"]?[key] == before.body["spec"]?[key], "\(manifest.reference)")
      }
      if manifest.podSpec != nil {
        let spec = manifest.body["spec"]
        let pods = spec?["template"]?["metadata"] ?? spec?["podMetadata"]
        #expect(pods?["labels"]?["example.com/team"] == "metrics", "\(manifest.reference)")
      }
      let isNamespace = manifest.reference.kind == .namespace
      #expect((labels?["pod-security.kubernetes.io/warn"] == "restricted") == isNamespace)
      let annotations = manifest.body["metadata"]?["annotations"]
      #expect((annotations?["argocd.argoproj.io/sync-wave"] == "1") == isNamespace)
    }
  }

  @Test func `what operators make of the fleet's is placed as all else`() throws {
    let placement = Placement(
      nodeSelector: ["node-role.kubernetes.io/infra": ""],
      tolerations: [["operator": "Exists"]],
      priorityClass: "high",
    )
    let surroundings = Surroundings(placement: placement)
    let subscription = try render(surrounded(.receive, surroundings)).manifests.first {
      $0.reference.kind == .subscription
    }
    #expect(
      subscription?.body["spec"]?["config"] == [
        "nodeSelector": ["node-role.kubernetes.io/infra": ""],
        "tolerations": [["operator": "Exists"]],
      ]
    )
    let bundled = try #require(Example.federateVariants.first { !$0.bundles.isEmpty })
    let deployment = try render(surrounded(bundled, surroundings), bundled.bundles).manifests
      .first { $0.reference.kind == .deployment && $0.reference.name == "prometheus-operator" }
    let pod = try #require(deployment?.podSpec)
    #expect(pod["nodeSelector"]?["node-role.kubernetes.io/infra"] == "")
    #expect(pod["priorityClassName"] == "high")
    #expect(pod["securityContext"]?["runAsNonRoot"] == true)
  }

  @Test(
    arguments: [(.required, "DoNotSchedule"), (.preferred, "ScheduleAnyway"), (.none, nil)]
      as [(PodSpread, String?)]
  )
  func `the file says how pods keep apart`(_ spread: PodSpread, _ expected: String?) throws {
    var fleet = Example.platform.fleet
    fleet.receiving.thanos.querier.spread = spread
    let querier = try render(fleet).manifests.first {
      $0.reference.name == "thanos-querier" && $0.podSpec != nil
    }
    let first = querier?.podSpec?["topologySpreadConstraints"]?[0]
    #expect(first?["whenUnsatisfiable"]?.stringValue == expected)
  }
}
