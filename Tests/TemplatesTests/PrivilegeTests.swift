import Fleet
import JSON
import Objects
import Templates
import Testing

@Suite struct PrivilegeTests {
  @Test func `a managed cluster may write metrics to the hub and nothing else`() throws {
    let fleet = Example.receive.fleet
    let hub = try render(fleet).manifests(on: fleet.hub.name)
    for cluster in fleet.clusters {
      let identity = "\(cluster.name)-metrics"
      let bindings = hub.filter { $0.subjects.contains(identity) }
      #expect(bindings.map(\.reference.kind) == [.roleBinding])
      #expect(bindings.first?.body["roleRef"]?["name"] == "remote-write")
      #expect(bindings.first?.subjects == [identity])
    }
    let role = try #require(hub.first { $0.reference.name == "remote-write" })
    #expect(
      role.body["rules"] == [
        [
          "apiGroups": ["fedctl.dev"], "resources": ["remotewrites"],
          "resourceNames": ["thanos-receive"], "verbs": ["create"],
        ]
      ]
    )
  }

  @Test func `receive's proxy asks for exactly what the role gives`() throws {
    let fleet = Example.receive.fleet
    let hub = try render(fleet).manifests(on: fleet.hub.name)
    let receive = try #require(
      hub.first { $0.reference.kind == .statefulSet && $0.reference.name == "thanos-receive" }
    )
    let arguments = receive.container("oauth-proxy")?["args"]?.texts ?? []
    let flag = "-openshift-delegate-urls="
    let urls = try #require(arguments.first { $0.hasPrefix(flag) }).dropFirst(flag.count)
    #expect(
      try JSON(parsing: String(urls)) == [
        "/api/v1/receive": [
          "group": "fedctl.dev", "resource": "remotewrites", "namespace": "thanos",
          "name": "thanos-receive", "verb": "create",
        ]
      ]
    )
    #expect(!arguments.contains { $0.hasPrefix("-skip-auth-regex") })
  }

  @Test func `the only rights on a whole cluster are reviews, and monitoring on old releases`()
    throws
  {
    var fleet = Example.receive.fleet
    fleet.clusters[0].writer.openshiftVersion = nil
    let manifests = try render(fleet).manifests
    let granted =
      manifests
      .filter { $0.reference.kind == .clusterRoleBinding }
      .compactMap { $0.body["roleRef"]?["name"]?.stringValue }
    #expect(Set(granted) == ["system:auth-delegator", "cluster-monitoring-view"])
    #expect(!manifests.contains { $0.reference.kind == .clusterRole })
  }

  @Test(
    arguments: [
      ("4.15", [ResourceKind.clusterRoleBinding]), ("4.16", [.roleBinding]),
      ("unknown", [.roleBinding, .clusterRoleBinding]),
    ]
  )
  func `who reads the platform's metrics gets what the release asks for`(
    release: String,
    kinds: [ResourceKind],
  ) throws {
    var fleet = Example.receive.fleet
    fleet.clusters[0].writer.openshiftVersion = Example.release(release)
    let federate = try render(fleet).manifests(on: "cluster1")
      .filter { $0.reference.name == "edge-metrics.thanos.federate" }
    #expect(federate.map(\.reference.kind) == kinds)
    for binding in federate where binding.reference.kind == .roleBinding {
      #expect(binding.reference.namespace == "openshift-monitoring")
    }
  }

  @Test func `without federation there is no permission for it`() throws {
    var fleet = Example.receive.fleet
    fleet.clusters[0].writer.platformSeries.match = []
    let names = try render(fleet).manifests(on: "cluster1").map(\.reference.name)
    #expect(!names.contains("edge-metrics.thanos.federate"))
    #expect(!names.contains("serving-certs-ca-bundle"))
  }

  @Test func `discovery is allowed in the applications' namespaces alone`() throws {
    let fleet = Example.receive.fleet
    let manifests = try render(fleet).manifests
    let roles = manifests.filter { $0.reference.name == "edge-metrics.thanos.service-discovery" }
    #expect(
      Set(roles.map { "\($0.reference.cluster) \($0.reference.namespace ?? "")" })
        == ["cluster1 reverse-words-app"]
    )
  }

  @Test(arguments: Example.variants)
  func `every container is admitted where pod security is restricted`(_ example: Example) throws {
    for manifest in try render(example.fleet, example.bundles).manifests {
      guard let pod = manifest.podSpec else { continue }
      // OpenShift chooses users itself; elsewhere an image's may be a name, which proves nothing.
      let namesUsers = example.fleet.platform(of: manifest.reference.cluster) == .kubernetes
      #expect(pod["securityContext"]?["runAsNonRoot"] == true)
      #expect(pod["securityContext"]?["seccompProfile"]?["type"] == "RuntimeDefault")
      #expect((pod["securityContext"]?["runAsUser"] != nil) == namesUsers)
      #expect((pod["securityContext"]?["fsGroup"] != nil) == namesUsers)
      // What a Prometheus adds to a container of its operator's has no image.
      for container in pod["containers"]?.arrayValue ?? []
      where manifest.isWorkload || container["image"] != nil {
        #expect(container["securityContext"]?["allowPrivilegeEscalation"] == false)
        #expect(container["securityContext"]?["capabilities"]?["drop"] == ["ALL"])
        // A Prometheus is closed by its operator.
        #expect((container["securityContext"]?["privileged"] == false) == manifest.isWorkload)
        // The operator's own is as it was published.
        #expect(container["readinessProbe"] != nil || container["name"] == "prometheus-operator")
        #expect(container["resources"]?["requests"] != nil)
      }
    }
  }
}

/// What keeps an object closed is the fleet's, so that nobody opens it unseen.
@Suite struct StatedDefaultTests {
  @Test(arguments: Example.variants)
  func `what Kubernetes would take for granted is stated`(_ example: Example) throws {
    let manifests = try render(example.fleet, example.bundles).manifests
    for manifest in manifests where manifest.isWorkload {
      let pod = try #require(manifest.podSpec)
      let measuresNodes = manifest.reference.name == "node-exporter"
      #expect(pod["hostNetwork"] == .bool(measuresNodes))
      #expect(pod["hostPID"] == false)
      #expect(pod["hostIPC"] == false)
      let account = manifests.first {
        $0.reference.kind == .serviceAccount && $0.reference.cluster == manifest.reference.cluster
          && $0.reference.name == pod["serviceAccountName"]?.stringValue
      }
      let silence = account?.body["automountServiceAccountToken"]
      // A bundle's own pods ask for their token by themselves.
      #expect(silence == nil || pod["automountServiceAccountToken"] != nil)
    }
    for service in manifests where service.reference.kind == .service {
      let isBalanced = service.body["spec"]?["loadBalancerSourceRanges"] != nil
      #expect(isBalanced || service.body["spec"]?["type"] != nil)
      #expect(service.body["spec"]?["externalIPs"] == [])
    }
    for policy in manifests where policy.reference.kind == .networkPolicy {
      #expect(policy.body["spec"]?["ingress"]?.arrayValue != nil)
      #expect(policy.body["spec"]?["policyTypes"] == ["Ingress"])
    }
  }
}

extension Manifest {
  /// Whether it keeps pods running by itself.
  fileprivate var isWorkload: Bool {
    [.deployment, .statefulSet, .daemonSet].contains(reference.kind)
  }

  fileprivate var subjects: [String] {
    body["subjects"]?.arrayValue?.compactMap { $0["name"]?.stringValue } ?? []
  }
}
