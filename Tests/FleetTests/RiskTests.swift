import Facts
import JSON
import TestSupport
import Testing

@testable import Fleet

/// Settings that are allowed, and hardly ever meant, and some that no program would start with.
@Suite struct RiskTests {
  @Test(
    arguments: [
      ("insecure: true", true), ("insecure: true, endpoint: s3.us-east-2.amazonaws.com", true),
      ("insecure: true, endpoint: 'minio.example.com:9000'", false), ("insecure: false", false),
    ]
  )
  func `plain HTTP to AWS is warned of`(_ keys: String, _ isRisky: Bool) {
    let reading = Sample.receive(bucket: "name: metrics, region: us-east-2, \(keys)").reading
    #expect(facts(reading) == (isRisky ? [.bucket(.plainToAWS)] : []))
    #expect(reading.fleet != nil)
  }

  @Test(
    arguments: [
      ("check: false", true), ("check: true", false),
      ("endpoint: s3.example.com, check: false", true),
      ("endpoint: 'minio.store.svc:9000', insecure: true, check: false", false),
      ("endpoint: minio.store.svc.cluster.local, check: false", false),
      ("endpoint: 'minio:9000', insecure: true, check: false", false),
      ("endpoint: '10.0.0.1:9000', insecure: true, check: false", true),
    ]
  )
  func `a bucket that could be looked at, and is not, is warned of`(
    _ keys: String,
    _ isRisky: Bool,
  ) {
    let reading = Sample.receive(bucket: "name: metrics, region: us-east-2, \(keys)").reading
    #expect(facts(reading) == (isRisky ? [.bucket(.unchecked)] : []))
    #expect(reading.fleet != nil)
  }

  @Test(
    arguments: [
      ("", true), ("loadBalancerSourceRanges: [10.0.0.0/8]", false),
      ("loadBalancerSourceRanges: [10.0.0.0/8, '::/0']", true), ("internal: true", false),
    ]
  )
  func `a hub that everybody on the internet reaches is warned of`(_ keys: String, _ isOpen: Bool) {
    let internet = keys.hasPrefix("internal") ? "" : "internal: false, "
    let tls = "tls: {secret: web, serverName: a.example.com}"
    let reading = Sample.receive(
      platform: "kubernetes",
      hub: "name: hub, loadBalancer: {\(internet)\(tls), \(keys)}",
      cluster: "",
    ).reading
    #expect(facts(reading) == (isOpen ? [.exposure(.hub)] : []))
    #expect(reading.fleet != nil)
  }

  @Test(arguments: [
    "{}", " { } ", #"{__name__=~".+"}"#, #"{__name__=~'^.*$',}"#, #"{__name__!=""}"#,
    "{__name__=~`(.+)`}", #"{__name__=~"up|.+"}"#, #"{job=~".+"}"#, #"{job!="", instance!~"^$"}"#,
    #"{__name__=~".+", namespace=~".*"}"#,
  ])
  func `a selector that leaves nothing out is warned of`(_ selector: String) {
    #expect(selectsEverything(selector))
    let match = "platformSeries: {match: [\(JSON.string(selector).text())]}"
    #expect(
      facts(Sample.receive(cluster: match).reading).contains(
        .federate(.everything(selector: selector))
      )
    )
  }

  @Test(arguments: [
    "up", #"{__name__="up"}"#, #"{__name__=~"job:.+"}"#, #"{namespace=~".+"}"#, #"{namespace!=""}"#,
    #"{__name__=~".+", namespace="shop"}"#, #"{__name__=~"a.+|b.*"}"#, #"up{job=~".+"}"#,
    #"{job!="a"}"#, #"{__name__=~"."}"#, #"{__name__=~""}"#, #"{a="}"}"#,
  ])
  func `a selector that leaves something out is not`(_ selector: String) {
    #expect(!selectsEverything(selector))
  }

  @Test func `an image that moves on is warned of wherever it stands`() {
    let reading = Sample.receive(
      hub: "name: hub, grafana: {image: 'a/grafana:latest'}",
      more: "defaults: {sampleApplication: {image: 'a/b:latest'}}",
    ).reading
    let expected: [FleetFact] = ["a/grafana:latest", "a/b:latest"].map {
      .component(.latestImage($0))
    }
    #expect(Set(facts(reading)) == Set(expected))
    #expect(reading.problems.allSatisfy { $0.severity == .warning })
  }

  @Test(
    arguments: [
      ("raw: 39h", "raw", "40h"), ("raw: 40h", nil, ""), ("raw: 0d", nil, ""),
      ("fiveMinutes: 9d", "fiveMinutes", "10d"), ("fiveMinutes: 10d, raw: 2d", nil, ""),
    ] as [(String, String?, String)]
  )
  func `samples are kept until coarser ones are made`(
    _ retention: String,
    _ key: String?,
    _ least: String,
  ) {
    func reading(_ more: String) -> FleetReading {
      Sample.receive(hub: "name: hub, compactor: {retention: {\(retention)}\(more)}").reading
    }
    let text = retention.split(separator: " ").last.map(String.init) ?? ""
    let expected = key.map { [FleetFact.hub(.retentionTooShort(text, key: $0, least: least))] }
    #expect(facts(reading("")) == expected ?? [])
    #expect(facts(reading(", downsampling: false")) == [])
  }
}
