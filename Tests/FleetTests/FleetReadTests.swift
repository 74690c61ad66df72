import JSON
import TestSupport
import Testing
import YAML

@testable import Fleet

@Suite struct FleetReadTests {
  @Test func `a small file has every default filled in`() throws {
    let fleet = try #require(Sample.receive().reading.fleet)
    let hub = try #require(fleet.receiving)
    #expect(fleet.namespace == "thanos")
    #expect(hub.thanos.bucket.endpoint == "s3.us-east-2.amazonaws.com")
    #expect(hub.thanos.bucket.credentials == .environment)
    #expect(fleet.hub.name == "hub")
    #expect(hub.token == .secret)
    #expect(hub.receive.component.storage?.size == "50Gi")
    #expect(hub.thanos.querier.storage == nil)
    #expect(hub.thanos.querier.replicas == 2)
    #expect(hub.thanos.compactor.retentionRaw == "0d")
    let cluster = try #require(fleet.clusters.first)
    #expect(cluster.externalLabels == [ExternalLabel(name: "cluster", value: "a")])
    #expect(cluster.writer?.mode == .platformPrometheus(settings: [:]))
  }

  @Test(
    arguments: [
      ("nodeRole: true", .nodeRole),
      (
        "existingSecret: {name: b, accessKeyEntry: id, secretKeyEntry: key}",
        .keysInSecret(BucketKeysInSecret(secret: "b", accessKey: "id", secretKey: "key")),
      ),
      (
        "externalSecret: {store: vault, remoteKey: metrics/bucket, refreshInterval: 1d}",
        .externalSecret(
          ExternalBucketKeys(
            store: "vault",
            kind: "ClusterSecretStore",
            refreshSeconds: 86_400,
            remoteKey: "metrics/bucket",
            accessKeyProperty: "AWS_ACCESS_KEY_ID",
            secretKeyProperty: "AWS_SECRET_ACCESS_KEY",
          )
        ),
      ),
    ] as [(String, BucketCredentials)]
  )
  func `the bucket's keys may come from elsewhere than fedctl`(
    _ text: String,
    _ expected: BucketCredentials,
  ) throws {
    let sample = Sample.receive(bucket: "name: metrics, region: a, credentials: {\(text)}")
    let fleet = try #require(sample.reading.fleet)
    #expect(fleet.receiving?.thanos.bucket.credentials == expected)
  }

  @Test func `an operator of OLM runs Prometheus 2, and one of a bundle the standard one`() throws {
    let olm = try #require(Sample.receive(cluster: "mode: operator").reading.fleet?.clusters.first)
    #expect(olm.writer?.mode == .ownPrometheus)
    #expect(olm.writer?.prometheus.component.image == "quay.io/prometheus/prometheus:v2.55.1")
    let bundle = "mode: operator, prometheusOperator: {bundle: {path: a.yaml}}"
    let other = try #require(Sample.receive(cluster: bundle).reading.fleet?.clusters.first)
    #expect(other.writer?.prometheus.version == Standard.prometheus)
  }

  @Test func `defaults merge maps and replace lists and values`() throws {
    let reading = Sample.receive(
      cluster: "externalLabels: {stage: test}, platformSeries: {match: [down]}",
      more: """
        defaults:
          externalLabels: {stage: prod, region: eu}
          platformSeries: {match: [up, node], interval: 2m}
        """,
    ).reading
    let cluster = try #require(reading.fleet?.clusters.first)
    #expect(cluster.externalLabels.map(\.value) == ["a", "eu", "test"])
    #expect(cluster.writer?.platformSeries == Federate(match: ["down"], interval: "2m"))
  }

  @Test func `quantities and durations are in canonical form`() throws {
    let reading = Sample.receive(
      hub:
        "token: {bound: {lifetime: 90d}}, querier: {resources: {limits: {cpu: 0.5, memory: 1024Mi}}}"
    ).reading
    let hub = try #require(reading.fleet?.receiving)
    #expect(hub.token == .bound(lifetime: 90 * 86_400))
    #expect(hub.thanos.querier.resources.limits == ["cpu": "500m", "memory": "1Gi"])
    #expect(hub.thanos.querier.resources.requests == ["cpu": "100m", "memory": "256Mi"])
  }

  @Test func `all problems are reported in the order of the file`() {
    let reading = Sample.receive(
      hub: "receive: {replicas: 0}",
      cluster: "contxt: b",
      more: "name: x",
    ).reading
    #expect(reading.fleet == nil)
    #expect(
      reading.problems.map(\.code)
        == ["fleet.out-of-range", "fleet.unknown-key", "fleet.duplicate-key"]
    )
  }

  @Test(
    arguments: Topology.allCases.flatMap { topology in topology.platforms.map { (topology, $0) } }
  )
  func `the starter file is valid`(_ topology: Topology, _ platform: Platform) {
    let text = Fleet.starter(topology: topology, platform: platform, heading: "A fleet.")
    let reading = Fleet.read(Array(text.utf8), file: "fleet.yaml")
    #expect(reading.fleet?.topology == topology)
    #expect(reading.fleet?.hub.platform == platform)
    #expect(reading.problems.isEmpty)
  }

  @Test func `lines for excerpts keep no secret`() {
    let line = "bucket: {accessKey: AKIA1, secret_key: 'x y', name: b, profile: p}"
    #expect(
      SecretWords.blanked(line)
        == "bucket: {accessKey: *****, secret_key: *****, name: b, profile: p}"
    )
    // To Swift a mark with an accent behind it is one character.
    #expect(
      SecretWords.blanked("url: https://me:pw@\u{301}host") == "url: https://*****@\u{301}host"
    )
    #expect(SecretWords.blanked("token: '\u{301}x' # c") == "token: **** # c")
  }
}
