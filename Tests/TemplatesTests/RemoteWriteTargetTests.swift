import JSON
import Objects
import Templates
import TestSupport
import Testing

@testable import Fleet

/// Whom a cluster's Prometheus writes to beside the hub.
@Suite struct RemoteWriteTargetTests {
  private func spec(_ fleet: Fleet, _ kind: ResourceKind = .prometheus) throws -> JSON {
    let manifests = try render(fleet).manifests(on: fleet.clusters[0].name)
    return try #require(manifests.first { $0.reference.kind == kind }?.body["spec"])
  }

  @Test func `a target stands behind the hub with all that its Prometheus has`() throws {
    var fleet = Example.receive.fleet
    fleet.clusters[0].writeTargets = [.far]
    let writes = try #require(spec(fleet)["remoteWrite"]?.arrayValue)
    #expect(writes.count == 2 && writes[0]["name"] == "hub")
    #expect(
      writes[1].text() == """
        {"name":"far","url":"https://far.example.com/push","headers":{"X-Scope-OrgID":"edge"},\
        "writeRelabelConfigs":[{"sourceLabels":["__name__"],"regex":"go_.+","action":"drop"}],\
        "tlsConfig":{"ca":{"secret":{"name":"their-ca","key":"ca.crt"}},\
        "cert":{"secret":{"name":"our-certificate","key":"tls.crt"}},\
        "keySecret":{"name":"our-certificate","key":"tls.key"}},\
        "authorization":{"type":"Bearer","credentials":{"name":"their-token","key":"token"}},\
        "remoteTimeout":"60s","queueConfig":{"capacity":15000,"maxSamplesPerSend":5000,"maxShards":30,\
        "batchSendDeadline":"10s","minBackoff":"1s","maxBackoff":"30s","retryOnRateLimit":true}}
        """
    )
  }

  @Test(
    arguments: [
      ("https://far.example.com/push", "http://proxy:3129"),
      ("http://far.example.com/push", "http://proxy:3128"),
      ("http://mimir.metrics.svc:9009/push", nil), ("https://near.example.net/push", nil),
    ]
  )
  func `a target is reached by the cluster's proxy, but within the cluster`(
    _ url: String,
    _ proxy: String?,
  ) throws {
    var fleet = Example.sidecar.fleet
    var target = WriteTarget.far
    target.url = url
    fleet.clusters[0].writeTargets = [target]
    fleet.clusters[0].surroundings.proxy = WebProxy(
      http: "http://proxy:3128",
      https: "http://proxy:3129",
      exceptions: [".example.net"],
    )
    #expect(try spec(fleet)["remoteWrite"]?[0]?["proxyUrl"]?.stringValue == proxy)
  }

  @Test func `a stack writes to targets, too`() throws {
    let stack = Sample.receive(cluster: "mode: stack")
    var fleet = try #require(Fleet.read(Array(stack.text.utf8), file: "fleet.yaml").fleet)
    fleet.clusters[0].writeTargets = [.far]
    let configuration = try spec(fleet, .monitoringStack)["prometheusConfig"]
    #expect(configuration?["remoteWrite"]?.arrayValue?.map { $0["name"] } == ["hub", "far"])
  }

  @Test(arguments: [Example.federate, .sidecar])
  func `a Prometheus that the hub reads from writes to targets alone`(_ example: Example) throws {
    var fleet = example.fleet
    #expect(try spec(fleet)["remoteWrite"] == nil)
    fleet.clusters[0].writeTargets = [.far]
    #expect(try spec(fleet)["remoteWrite"]?.arrayValue?.map { $0["name"] } == ["far"])
  }

  @Test func `the hub hears of writing to it alone`() throws {
    var fleet = Example.receive.fleet
    fleet.clusters[0].writeTargets = [.far]
    let own = try #require(try spec(fleet)["remoteWrite"]?[0]?["writeRelabelConfigs"]?.arrayValue)
    #expect(
      own.last == [
        "sourceLabels": ["__name__", "remote_name"],
        "regex": "prometheus_remote_storage_.+;(?:far)", "action": "drop",
      ]
    )
  }

  @Test func `what is dropped on the way to the hub is dropped last, and its queue is the file's`()
    throws
  {
    var fleet = Example.receive.fleet
    fleet.clusters[0].writer.relabelling = [.withoutGo]
    fleet.clusters[0].writer.queue.maxShards = 7
    let write = try spec(fleet)["remoteWrite"]?[0]
    #expect(write?["queueConfig"]?["maxShards"] == 7)
    #expect(
      write?["writeRelabelConfigs"]?.arrayValue?.last
        == ["sourceLabels": ["__name__"], "regex": "go_.+", "action": "drop"]
    )
  }

  @Test
  func
    `OpenShift's Prometheus writes to targets what it measures, and of applications the fleet's`()
    throws
  {
    var fleet = Example.receive.fleet
    fleet.clusters[0].serviceMonitors = [.sample]
    fleet.clusters[0].writer.mode = .platformPrometheus(settings: [:])
    fleet.clusters[0].writeTargets = [.far]
    let manifests = try render(fleet).manifests(on: "cluster1")
    let configured = ["cluster-monitoring-config", "user-workload-monitoring-config"].map { name in
      manifests.first { $0.reference.name == name }?.preview["data"]?["config.yaml"]?.stringValue
        ?? ""
    }
    let lines = configured.map { text in
      text.split(separator: "\n").filter { $0.contains(#""name":"edge-metrics.thanos.far""#) }
    }
    #expect(lines.map(\.count) == [1, 1])
    #expect(lines[0].allSatisfy { !$0.contains(#""action":"keep""#) })
    #expect(lines[1].allSatisfy { $0.contains(#""regex":"reverse-words-app","action":"keep""#) })
    #expect(lines.joined().allSatisfy { $0.contains(#""targetLabel":"cluster""#) })
  }
}

extension Fleet::Relabelling {
  static let withoutGo = Fleet::Relabelling(
    sourceLabels: ["__name__"],
    regex: "go_.+",
    action: .drop,
  )
}

extension WriteTarget {
  static let far = WriteTarget(
    name: "far",
    url: "https://far.example.com/push",
    access: ClientAccess(
      tls: ClientTLS(
        authority: .secret(SecretKey(name: "their-ca", key: "ca.crt")),
        certificate: "our-certificate",
        skipsVerification: false,
      ),
      credential: .authorization(
        type: "Bearer",
        SecretKey(name: "their-token", key: "token"),
      ),
    ),
    headers: ["X-Scope-OrgID": "edge"],
    queue: .standard,
    relabelling: [.withoutGo],
  )
}
