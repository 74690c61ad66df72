import Facts
import TestSupport
import Testing

@testable import Fleet

/// What each rule finds.
@Suite struct RuleTests {
  @Test(
    arguments: [
      (
        "name: m, region: a",
        .form(.bucketName("m")),
      ),
      (
        "name: metrics, endpoint: 'http://x.example.com:9000/'",
        .form(.endpointScheme(rest: "x.example.com:9000", isPlainHTTP: true)),
      ),
      (
        "name: metrics",
        .bucket(.regionMissing),
      ),
      (
        "name: metrics, region: a, credentials: {profile: a, file: b}",
        .table(
          .wrongChoice(
            of: "the bucket's credentials",
            keys: [
              "fromEnvironment", "profile", "file", "existingSecret", "externalSecret", "iamRole",
              "podIdentity", "nodeRole",
            ],
          )
        ),
      ),
      (
        "name: metrics, region: a, accessKey: b",
        .table(.secret(key: "accessKey", of: "the bucket", isReferred: true)),
      ),
      (
        "name: metrics, region: a, encryption: {type: SSE-KMS}",
        .bucket(.keyMissing),
      ),
      (
        "name: metrics, region: a, encryption: {type: SSE-S3, kmsKeyID: b}",
        .bucket(.keyWithoutKMS),
      ),
      (
        "name: metrics, region: a, insecure: true, caFile: ca.pem",
        .bucket(.authorityWithoutTLS),
      ),
      (
        "name: metrics, region: a, create: true, check: false",
        .bucket(.madeUnseen),
      ),
      (
        "name: metrics, region: a, owner: 42",
        .form(.accountID("42")),
      ),
      (
        "name: metrics, region: a, owner: 123456789012",
        .table(.wrongType(key: "owner", wanted: .text, found: .number, text: "123456789012")),
      ),
      (
        "name: metrics, region: RegionOne",
        .form(.region("RegionOne")),
      ),
      (
        "name: metrics, region: RegionOne, endpoint: s3.eu-west-1.amazonaws.com",
        .form(.region("RegionOne")),
      ),
      (
        "name: metrics, region: us-east-2, endpoint: s3.eu-west-1.amazonaws.com",
        .bucket(.otherRegion("us-east-2", ofEndpoint: "eu-west-1")),
      ),
      (
        "name: metrics, region: us-east-2, endpoint: 's3.dualstack.eu-west-1.amazonaws.com:443'",
        .bucket(.otherRegion("us-east-2", ofEndpoint: "eu-west-1")),
      ),
      (
        "name: metrics, region: a, credentials: {iamRole: thanos}",
        .form(.roleARN("thanos")),
      ),
      (
        "name: metrics, region: a, credentials: {podIdentity: true}",
        .bucket(.podIdentityOffEKS),
      ),
      (
        "name: metrics, region: a, credentials: {nodeRole: false}",
        .bucket(.sourceRefused(key: "nodeRole")),
      ),
      (
        "name: metrics, region: a, credentials: {existingSecret: {name: b}}",
        .bucket(.entriesUnclear),
      ),
      (
        "name: metrics, region: a, credentials: {existingSecret: {name: b, accessKeyEntry: c}}",
        .bucket(.entriesUnclear),
      ),
      (
        "name: metrics, region: a, credentials: {existingSecret: {name: b, key: c, accessKeyEntry: d, secretKeyEntry: e}}",
        .bucket(.entriesUnclear),
      ),
      (
        "name: metrics, region: a, credentials: {existingSecret: {name: b, accessKeyEntry: AKIAIOSFODNN7EXAMPLE, secretKeyEntry: c}}",
        .form(.secretEntry),
      ),
    ] as [(String, FleetFact)]
  )
  func `a bucket that cannot work is refused`(bucket: String, expected: FleetFact) {
    #expect(facts(Sample.receive(bucket: bucket).reading) == [expected])
  }

  @Test(arguments: [
    "region: RegionOne, endpoint: s3.example.com",
    "region: eu-west-1, endpoint: s3.eu-west-1.amazonaws.com",
    "region: eu-west-1, endpoint: s3.amazonaws.com",
    "region: us-east-1, endpoint: 'minio.eu-west-1.example.com:9000'",
  ])
  func `a region of another vendor's, or the endpoint's own, is taken`(bucket: String) {
    #expect(facts(Sample.receive(bucket: "name: metrics, \(bucket)").reading) == [])
  }

  @Test func `two regions are told, and the file is used all the same`() {
    let bucket = "name: metrics, region: us-east-2, endpoint: s3.eu-west-1.amazonaws.com"
    let reading = Sample.receive(bucket: bucket).reading
    #expect(reading.fleet != nil)
    #expect(reading.problems.map(\.severity) == [.warning])
  }

  @Test func `keys that begin with x- are the user's own, at the top alone`() {
    #expect(facts(Sample.receive(more: "x-common: {a: [1, {b: c}]}").reading) == [])
    #expect(
      facts(Sample.receive(cluster: "x-mine: 1").reading).contains {
        if case .table(.unknownKey("x-mine", _, _)) = $0 { true } else { false }
      }
    )
  }

  @Test(arguments: [
    "patches: [{target: {kind: ConfigMap, name: fedctl-inventory}, merge: {metadata: {a: 1, a: 2}}}]",
    "patches: [{target: {kind: ConfigMap, name: fedctl-inventory}, merge: {data: [{b: {a: 1, a: 2}}]}}]",
    "x-mine: [{a: 1, a: 2}]",
  ])
  func `no key stands twice, however deep in what is the user's own`(more: String) {
    let facts = facts(Sample.receive(more: more).reading)
    #expect(facts == [.table(.duplicateKey("a", firstLine: facts.isEmpty ? 0 : line(of: more)))])
  }

  /// Where the only line of the text stands in the sample.
  private func line(of text: String) -> Int {
    let lines = Sample.receive(more: text).text.split(
      omittingEmptySubsequences: false,
      whereSeparator: \.isNewline,
    )
    return (lines.firstIndex { $0.hasPrefix(text.prefix(12)) } ?? -1) + 1
  }

  @Test func `a number that no quotes would mend is told what it should be`() {
    let cluster = "mode: operator, prometheus: {scrapeInterval: 15}"
    #expect(facts(Sample.receive(cluster: cluster).reading) == [.form(.duration("15"))])
  }

  @Test func `pull secrets are no secret in the file`() {
    let fact = facts(Sample.receive(hub: "imagePullSecrets: [regcred]").reading)
    #expect(
      fact == [.table(.absentKey("imagePullSecrets", of: "the hub", because: .pullSecrets))]
    )
  }

  @Test func `an excerpt shows no password of a URL`() {
    let reading = Sample.receive(cluster: "server: 'https://me:canary@a.example.com'").reading
    #expect(
      reading.lines(of: "fleet.yaml").contains { $0.contains("https://*********@a.example.com") }
    )
    #expect(!reading.lines(of: "fleet.yaml").contains { $0.contains("canary") })
  }

  @Test(
    arguments: [
      (
        "compactor: {replicas: 2}",
        .table(.outOfRange(key: "replicas", allowed: 1...1, because: .destroysData)),
      ),
      ("token: {bound: {lifetime: 5m}}", .form(.tooShort("5m", least: "1h"))),
      (
        "querier: {tolerations: [{operator: Exists, value: a}]}",
        .component(.tolerationWithValue),
      ),
      (
        "grafana: {adminPassword: x}",
        .table(.secret(key: "adminPassword", of: "Grafana", isReferred: false)),
      ),
      (
        "compactor: {extraArgs: [--no-wait]}",
        .form(.ownedFlag("--no-wait")),
      ),
      (
        "receive: {resources: {limits: {memory: 512Mi}}}",
        .component(.limitBelowRequest(resource: "memory", limit: "512Mi", request: "1Gi")),
      ),
      (
        "compactor: {extraArgs: [-w]}",
        .form(.ownedFlag("-w")),
      ),
      (
        "token: 1234567890",
        .table(.wrongType(key: "token", wanted: .text, found: .number, text: nil)),
      ),
      (
        "token: CANARYCANARY", .table(.hiddenValue(key: "token", nearest: nil, known: ["secret"])),
      ),
      (
        "grafana: {image: grafana}",
        .form(.untaggedImage("grafana")),
      ),
    ] as [(String, FleetFact)]
  )
  func `a hub that cannot work is refused`(hub: String, expected: FleetFact) {
    #expect(facts(Sample.receive(hub: hub).reading) == [expected])
  }

  @Test(
    arguments: [
      (
        "externalLabels: {tenant_id: x}",
        .form(.reservedLabel("tenant_id")),
      ),
      (
        "externalLabels: {stage: 1}",
        .table(.wrongType(key: "stage", wanted: .text, found: .number, text: "1")),
      ),
      ("platformSeries: {interval: 5m}", .form(.tooLong("5m", limit: "5m"))),
      (
        "platformSeries: {match: ['{a']}",
        .form(.seriesSelector("{a", .unmatchedBraces)),
      ),
      (
        "platformSeries: {match: ['{}']}",
        .federate(.everything(selector: "{}")),
      ),
      (
        "openshiftVersion: 4.18",
        .table(.wrongType(key: "openshiftVersion", wanted: .text, found: .number, text: "4.18")),
      ),
      (
        "externalLabels: {cluster: b}",
        .cluster(
          .labelsTaken(
            cluster: "b",
            other: "a",
            labels: [ExternalLabel(name: "cluster", value: "b")],
          )
        ),
      ),
      (
        "topology: federate",
        .table(.absentKey("topology", of: "a cluster", because: .oneTopology)),
      ),
      (
        "remoteWrite: {proxyUrl: 'http://proxy:3128'}",
        .table(.absentKey("proxyUrl", of: "`remoteWrite`", because: .proxy)),
      ),
      (
        "remoteWrite: {queue_config: {}}",
        .table(.absentKey("queue_config", of: "`remoteWrite`", because: .named("queue"))),
      ),
      (
        "mode: operator, prometheus: {remoteWrite: {queueConfig: {maxShards: 50}}}",
        .table(.absentKey("remoteWrite", of: "Prometheus", because: .beside("remoteWrite"))),
      ),
      (
        "serviceMonitors: [{name: a, namespace: b, selector: {c: d}, port: e, tlsConfig: {}}]",
        .table(.absentKey("tlsConfig", of: "a service monitor", because: .named("tls"))),
      ),
      (
        "mode: operator, prometheus: {extraArgs: [--config.file=x]}",
        .form(.ownedFlag("--config.file")),
      ),
    ] as [(String, FleetFact)]
  )
  func `a cluster that cannot work is refused`(cluster: String, expected: FleetFact) {
    #expect(facts(Sample.receive(cluster: cluster).reading) == [expected])
  }

  @Test func `clusters are told apart from each other and from the hub`() {
    let reading = Sample.receive(more: "- {name: hub, context: hub}\n- {name: a, context: c}")
      .reading
    #expect(
      facts(reading) == [
        .cluster(.nameTaken("hub", by: .hub)),
        .cluster(.contextTaken("hub", by: .hub)),
        .cluster(.nameTaken("a", by: .cluster(line: 9))),
      ]
    )
  }

  @Test func `clusters may share a label while another tells them apart`() {
    let shared = "externalLabels: {cluster: prod, region: eu}"
    let reading = Sample.receive(
      cluster: shared,
      more: "- {name: c, context: c, externalLabels: {cluster: prod}}",
    ).reading
    #expect(reading.problems.isEmpty)
  }

  @Test func `a misspelt key is not taken for a secret`() {
    let reading = Sample.receive(bucket: "name: metrics, region: a, credential: {profile: x}")
      .reading
    #expect(
      facts(reading) == [
        .table(
          .unknownKey(
            "credential",
            of: "the bucket",
            known: [
              "name", "region", "endpoint", "prefix", "insecure", "bucketLookupType", "caFile",
              "encryption", "create", "check", "owner", "credentials",
            ],
          )
        )
      ]
    )
  }

  @Test(arguments: ["s3.us-east-2.amazonaws.com:443", "s3.cn-north-1.amazonaws.com.cn"])
  func `an endpoint of AWS needs a region however it is written`(endpoint: String) {
    let reading = Sample.receive(bucket: "name: metrics, endpoint: '\(endpoint)'").reading
    #expect(facts(reading) == [.bucket(.regionMissing)])
  }

  @Test(arguments: [(48, ""), (49, "thanos-receive"), (63, "thanos-receive"), (64, "")])
  func `a namespace leaves room for the names of Routes`(length: Int, route: String) {
    let namespace = String(repeating: "n", count: length)
    let reading = Sample.receive(more: "namespace: \(namespace)").reading
    let refused = facts(reading).contains(.hub(.routeHostTooLong(route: route, limit: 48)))
    #expect(refused == !route.isEmpty, "\(facts(reading))")
  }

  @Test func `a patch that matches nothing is refused`() {
    let reading = Sample.receive(
      more: "patches: [{target: {kind: Deploymnt, cluster: c}, merge: {}}]"
    ).reading
    guard case .patch(.unknownKind("Deploymnt", let kinds))? = facts(reading).first else {
      Issue.record("\(facts(reading))")
      return
    }
    #expect(kinds.contains("Deployment"))
    #expect(
      facts(reading).dropFirst() == [.patch(.unknownCluster("c", known: ["hub", "a", "b"]))]
    )
  }

  @Test(
    arguments: [
      (
        "platformSeries: {match: ['up{job=\"a\"}']}",
        .remoteWrite(.moreThanName(selector: "up{job=\"a\"}")),
      ),
      (
        "mode: platform, prometheus: {version: v3.13.2}",
        .remoteWrite(.withoutEffect(key: "prometheus", mode: "operator")),
      ),
      (
        "prometheusOperator: {bundle: {path: a.yaml}}",
        .remoteWrite(.withoutEffect(key: "prometheusOperator", mode: "operator")),
      ),
      (
        "mode: operator, platformMonitoring: {enableUserWorkload: true}",
        .remoteWrite(.withoutEffect(key: "platformMonitoring", mode: "platform")),
      ),
      ("mode: platform, platform: kubernetes", .platform(.platformRemoteWrite)),
      ("mode: stack, platform: kubernetes", .platform(.platformRemoteWrite)),
      (
        "mode: stack, prometheus: {retention: 2d}",
        .remoteWrite(.withoutEffect(key: "prometheus", mode: "operator")),
      ),
      (
        "mode: operator, monitoringStack: {replicas: 2}",
        .remoteWrite(.withoutEffect(key: "monitoringStack", mode: "stack")),
      ),
      (
        "mode: stack, alertmanagers: ['https://alerts.example.com']",
        .remoteWrite(.stackAlertmanagers),
      ),
    ] as [(String, FleetFact)]
  )
  func `what the platform's own Prometheus cannot do is refused`(
    cluster: String,
    expected: FleetFact,
  ) {
    #expect(facts(Sample.receive(cluster: cluster).reading) == [expected])
  }

  @Test func `defaults that no cluster looks at are refused, and others are not`() {
    let defaults = "defaults:\n  prometheus: {retention: 2d}"
    let unused = FleetFact.remoteWrite(.withoutEffect(key: "prometheus", mode: "operator"))
    #expect(facts(Sample.receive(cluster: "mode: platform", more: defaults).reading) == [unused])
    #expect(facts(Sample.receive(cluster: "mode: operator", more: defaults).reading) == [])
  }

  @Test func `the sample application's name is taken`() {
    let monitor = "{name: reverse-words, namespace: b, selector: {c: d}, port: e}"
    #expect(
      facts(Sample.receive(cluster: "sampleApplication: {}, serviceMonitors: [\(monitor)]").reading)
        == [
          .cluster(.monitorNameTaken("reverse-words"))
        ]
    )
  }

  @Test(
    arguments: [
      ("replicas: 3, replicationFactor: 3", []),
      (
        "replicas: 2, replicationFactor: 3",
        [
          .receive(.tooManyCopies(3, pods: 2))
        ],
      ),
      (
        "replicas: 3, replicationFactor: 2",
        [
          .receive(.twoCopies)
        ],
      ),
    ] as [(String, [FleetFact])]
  )
  func `copies fit the pods, and two are doubtful`(receive: String, expected: [FleetFact]) {
    #expect(facts(Sample.receive(hub: "receive: {\(receive)}").reading) == expected)
  }

  @Test(
    arguments: [
      ("ingress: {host: a.example.com}", []),
      ("loadBalancer: {tls: {secret: web, serverName: a.example.com}}", []),
      (
        "name: hub",
        [
          .hub(.undecided)
        ],
      ),
      (
        "loadBalancer: {internal: false}",
        [
          .exposure(.hub), .hub(.unencrypted),
        ],
      ),
      (
        "platform: openshift, ingress: {host: a.example.com}",
        [
          .hub(.superfluousWay(key: "ingress"))
        ],
      ),
    ] as [(String, [FleetFact])]
  )
  func `a hub is reached in one way`(hub: String, expected: [FleetFact]) {
    #expect(
      facts(Sample.receive(platform: "kubernetes", hub: hub, cluster: "").reading) == expected
    )
  }

  @Test func `what only OpenShift has is refused of a cluster that is none`() {
    let reading = Sample.receive(
      cluster: "platform: kubernetes, openshiftVersion: '4.18', platformSeries: {match: [up]}"
    ).reading
    #expect(
      facts(reading) == [
        .platform(.openshiftVersion(cluster: "a")),
        .platform(.federation(cluster: "a")),
      ]
    )
  }
}
