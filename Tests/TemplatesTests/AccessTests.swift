import Fleet
import JSON
import Objects
import Templates
import Testing

/// Who reaches which port of the hub, and how.
@Suite struct AccessTests {
  @Test func `every pod's ports are closed but for those that a policy opens`() throws {
    let policies = try hub().filter { $0.reference.kind == .networkPolicy }
    let closed = try #require(policies.first { $0.reference.name == "default-deny" })
    #expect(closed.body["spec"]?["ingress"] == [])
    #expect(
      closed.body["spec"]?["podSelector"]?["matchLabels"] == ["fedctl.dev/fleet": "edge-metrics"]
    )
    for pod in try hub().compactMap(\.podLabels) {
      #expect(pod["fedctl.dev/fleet"] == "edge-metrics")
    }
  }

  @Test func `ports without a guard are open to the one part that asks there`() throws {
    for policy in try hub() where policy.reference.kind == .networkPolicy {
      for ingress in policy.body["spec"]?["ingress"]?.arrayValue ?? [] {
        let ports = ingress["ports"]?.arrayValue?.compactMap { $0["port"]?.stringValue } ?? []
        #expect(ports == ["web-proxy"] || ingress["from"]?.arrayValue?.count == 1)
      }
    }
  }

  @Test func `Routes are encrypted to the pod, redirect plain HTTP and leave the host open`()
    throws
  {
    let routes = try render(Example.receive.fleet).manifests
      .filter { $0.reference.kind == .route }
    #expect(routes.count == 5)
    for route in routes {
      #expect(
        route.body["spec"]?["tls"]
          == ["termination": "reencrypt", "insecureEdgeTerminationPolicy": "Redirect"]
      )
      #expect(route.body["spec"]?["port"]?["targetPort"] == "web-proxy")
    }
  }

  @Test func `every proxy asks for a right before it lets anybody in`() throws {
    for manifest in try render(Example.receive.fleet).manifests {
      guard let proxy = manifest.container("oauth-proxy") else { continue }
      let arguments = proxy["args"]?.texts ?? []
      #expect(arguments.contains { $0.hasPrefix("-openshift-sar={") })
      #expect(arguments.contains { $0.hasPrefix("-upstream=http://127.0.0.1:") })
    }
  }

  @Test func `people who log in are led back to a Route that exists`() throws {
    let prefix = "serviceaccounts.openshift.io/oauth-redirectreference."
    for cluster in Example.receive.clusters {
      let manifests = try render(Example.receive.fleet).manifests(on: cluster)
      let routes = Set(manifests.filter { $0.reference.kind == .route }.map(\.reference.name))
      for account in manifests where account.reference.kind == .serviceAccount {
        for annotation in account.body["metadata"]?["annotations"]?.objectValue ?? [:]
        where annotation.key.hasPrefix(prefix) {
          let reference = try JSON(parsing: annotation.value.stringValue ?? "")
          let route = try #require(reference["reference"]?["name"]?.stringValue)
          #expect(routes.contains(route))
        }
      }
    }
  }

  @Test func `identities that never ask the API server get no token of it`() throws {
    for name in ["thanos-store-gateway", "thanos-compact", "cluster1-metrics"] {
      let account = try hub().first {
        $0.reference.kind == .serviceAccount && $0.reference.name == name
      }
      #expect(account?.body["automountServiceAccountToken"] == false)
    }
  }

  @Test func `what people make in Grafana stays where it has a disk`() throws {
    var fleet = Example.receive.fleet
    fleet.hub.grafana.storage = fleet.receiving.receive.component.storage
    let objects = try render(fleet).manifests.filter { $0.reference.name == "grafana" }
    let grafana = objects.first { $0.reference.kind == .statefulSet }
    let claim = grafana?.body["spec"]?["volumeClaimTemplates"]?[0]
    #expect(claim?["metadata"]?["name"] == "data")
    #expect(claim?["spec"]?["resources"]?["requests"]?["storage"] == "50Gi")
    #expect(!objects.contains { $0.reference.kind == .deployment })
  }

  @Test func `the dashboard is JSON that asks for CPU, memory, targets and lag by cluster`() throws
  {
    let files = try hub().first { $0.reference.name == "grafana-dashboard-clusters" }
    let text = try #require(files?.body["data"]?["clusters.json"]?.stringValue)
    let panels = try #require(JSON(parsing: text)["panels"]?.arrayValue)
    let queries = panels.compactMap { $0["targets"]?[0]?["expr"]?.stringValue }
    #expect(queries.count == panels.count)
    for metric in [
      "namespace:container_cpu_usage:sum", "namespace:container_memory_usage_bytes:sum", "up{",
      "prometheus_remote_storage_queue_highest_sent_timestamp_seconds",
    ] {
      #expect(queries.contains { $0.contains(metric) })
    }
    #expect(queries.allSatisfy { $0.contains(#"cluster=~"$cluster""#) })
  }

  private func hub() throws -> [Manifest] {
    try render(Example.receive.fleet).manifests(on: Example.receive.fleet.hub.name)
  }
}
