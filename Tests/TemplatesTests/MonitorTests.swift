import JSON
import Objects
import Templates
import TestSupport
import Testing

@testable import Fleet

/// What a cluster scrapes of pods, and of ports that want more than a name.
@Suite struct MonitorTests {
  private func manifests(_ example: Example) throws -> [Manifest] {
    var fleet = example.fleet
    fleet.clusters[0].serviceMonitors.append(Self.jobs)
    return try render(fleet).manifests(on: fleet.clusters[0].name)
  }

  private static let jobs = ServiceMonitor(
    name: "jobs",
    namespace: "shop",
    targets: .pods,
    selector: ["app": "jobs"],
    endpoints: [
      ScrapedEndpoint(
        port: "metrics",
        path: "/metrics",
        interval: "30s",
        timeout: "10s",
        isEncrypted: true,
        parameters: ["b": "2", "a": "1"],
        honorsLabels: true,
        access: WriteTarget.far.access,
        relabelling: [.withoutGo],
      )
    ],
  )

  @Test(arguments: [Example.receive, .kubernetes, .federate, .sidecar])
  func `its own Prometheus chooses monitors of pods by the fleet's label`(_ example: Example) throws
  {
    let manifests = try manifests(example)
    let prometheus = try #require(manifests.first { $0.reference.kind == .prometheus })
    let pods = try #require(manifests.first { $0.reference.kind == .podMonitor })
    let chosen = try #require(prometheus.body["spec"]?["podMonitorSelector"]?["matchLabels"])
    #expect(pods.body["metadata"]?["labels"]?.contains(chosen) == true)
    #expect(
      manifests.contains {
        $0.reference.kind == .role && $0.reference.namespace == "shop"
      }
    )
  }

  @Test func `a port is scraped as the file says`() throws {
    let pods = try #require(
      manifests(.kubernetes).first { $0.reference.kind == .podMonitor }?.body["spec"]
    )
    #expect(pods["namespaceSelector"] == ["matchNames": ["shop"]])
    #expect(
      pods["podMetricsEndpoints"]?[0]?.text() == """
        {"port":"metrics","path":"/metrics","interval":"30s","scrapeTimeout":"10s","scheme":"https",\
        "params":{"a":["1"],"b":["2"]},"honorLabels":true,\
        "relabelings":[{"sourceLabels":["__name__"],"regex":"go_.+","action":"drop"}],\
        "tlsConfig":{"ca":{"secret":{"name":"their-ca","key":"ca.crt"}},\
        "cert":{"secret":{"name":"our-certificate","key":"tls.crt"}},\
        "keySecret":{"name":"our-certificate","key":"tls.key"}},\
        "authorization":{"type":"Bearer","credentials":{"name":"their-token","key":"token"}}}
        """
    )
  }

  @Test func `without pods to scrape nothing is said of them`() throws {
    for example in [Example.receive, .federate] {
      let prometheus = try render(example.fleet).manifests.filter {
        $0.reference.kind == .prometheus
      }
      #expect(prometheus.allSatisfy { $0.body["spec"]?["podMonitorSelector"] == nil })
    }
  }

  @Test func `OpenShift's own Prometheus finds monitors in their namespace, and sends them on`()
    throws
  {
    let manifests = try manifests(.platform)
    let pods = manifests.first { $0.reference.kind == .podMonitor }
    #expect(pods?.reference.namespace == "shop")
    #expect(pods?.body["spec"]?["namespaceSelector"] == nil)
    let settings = manifests.first { $0.reference.name == "user-workload-monitoring-config" }
    let configured = settings?.preview["data"]?["config.yaml"]?.stringValue
    #expect(configured?.contains("shop") == true)
  }

  @Test func `a stack has the kind of its own operator`() throws {
    let stack = Sample.receive(
      cluster:
        "mode: stack, podMonitors: [{name: jobs, namespace: shop, selector: {a: b}, port: c}]"
    )
    let fleet = try #require(Fleet.read(Array(stack.text.utf8), file: "fleet.yaml").fleet)
    let kinds = try render(fleet).manifests.map(\.reference.kind)
    #expect(kinds.contains(.stackPodMonitor) && !kinds.contains(.podMonitor))
  }

  @Test func `verify expects to hear of each port`() throws {
    var fleet = Example.sidecar.fleet
    var monitor = Self.jobs
    monitor.endpoints.append(ScrapedEndpoint(port: "admin", path: "/metrics", interval: "30s"))
    fleet.clusters[0].serviceMonitors = [monitor]
    let families = try #require(arrivals(of: fleet).clusters.first).families
    for port in ["metrics", "admin"] {
      #expect(families.contains("up{namespace=\"shop\",endpoint=\"\(port)\"}"))
    }
  }
}
