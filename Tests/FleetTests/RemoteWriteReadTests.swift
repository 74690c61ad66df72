import TestSupport
import Testing

@testable import Fleet

/// How a cluster's Prometheus writes, as the file says it.
@Suite struct RemoteWriteReadTests {
  private func reading(_ write: String) -> FleetReading {
    Sample.receive(cluster: "remoteWrite: {\(write)}").reading
  }

  @Test func `the hub's queue keeps its standard but for what is said`() throws {
    let fleet = try #require(reading("queue: {maxShards: 50, maxBackoff: 1m}").fleet)
    var expected = WriteQueue.standard
    expected.maxShards = 50
    expected.maxBackoff = "1m"
    #expect(fleet.clusters[0].writer?.queue == expected)
    #expect(fleet.clusters[1].writer?.queue == .standard)
  }

  @Test func `a target is read with how it is known and what goes there`() throws {
    let target = """
      name: far, url: 'https://far.example.com/push', tls: {ca: {configMap: far}, serverName: far},
      basicAuth: {secret: login}, headers: {X-Scope-OrgID: edge},
      writeRelabel: [{sourceLabels: [__name__], regex: 'go_.+', action: drop}]
      """
    let fleet = try #require(reading("targets: [{\(target)}]").fleet)
    let drop = Relabelling(sourceLabels: ["__name__"], regex: "go_.+", action: .drop)
    #expect(
      fleet.clusters[0].writeTargets == [
        WriteTarget(
          name: "far",
          url: "https://far.example.com/push",
          access: ClientAccess(
            tls: ClientTLS(
              authority: .configMap(SecretKey(name: "far", key: "ca.crt")),
              serverName: "far",
              skipsVerification: false,
            ),
            credential: .basic(
              user: SecretKey(name: "login", key: "username"),
              password: SecretKey(name: "login", key: "password"),
            ),
          ),
          headers: ["X-Scope-OrgID": "edge"],
          queue: .standard,
          relabelling: [drop],
        )
      ]
    )
  }

  @Test func `other topologies have targets, and nothing that is about the hub`() throws {
    let target = "targets: [{name: far, url: 'https://far.example.com'}]"
    let write = "remoteWrite: {\(target)}"
    let cluster = "name: a, loadBalancer: {}, \(write)"
    #expect(Sample.federate(cluster: cluster).reading.fleet?.clusters[0].writeTargets.count == 1)
    #expect(
      Sample.sidecar("name: a, \(write)").reading.fleet?.clusters[0].writeTargets.count == 1
    )
    #expect(Sample.sidecar("name: a, remoteWrite: {queue: {}}").reading.fleet == nil)
    #expect(Sample.collector(cluster: write).reading.fleet == nil)
  }

  @Test(
    arguments: [
      ("queue: {minBackoff: 1m, maxBackoff: 30s}", .remoteWrite(.backoff("1m", limit: "30s"))),
      ("targets: [{name: hub, url: 'https://a'}]", .remoteWrite(.targetNameTaken("hub"))),
      (
        "targets: [{name: a, url: 'https://a'}, {name: a, url: 'https://b'}]",
        .remoteWrite(.targetNameTaken("a")),
      ),
      (
        "targets: [{name: a, url: 'https://a', headers: {Authorization: b}}]",
        .remoteWrite(.reservedHeader("Authorization")),
      ),
      (
        "targets: [{name: a, url: 'https://a', headers: {X-API-Key: b}}]",
        .remoteWrite(.secretHeader("X-API-Key")),
      ),
      (
        "targets: [{name: a, url: 'https://a', headers: {'a b': c}}]",
        .form(.headerName("a b")),
      ),
      (
        "targets: [{name: a, url: 'https://a', authorization: {secret: b}, basicAuth: {secret: c}}]",
        .access(.twoCredentials),
      ),
      (
        "targets: [{name: a, url: 'https://a', authorization: {type: Basic, secret: b}}]",
        .access(.basicByHand),
      ),
      ("targets: [{name: a, url: 'http://a', tls: {serverName: b}}]", .access(.tlsUnused)),
      (
        "targets: [{name: a, url: 'https://a', tls: {ca: {secret: b, configMap: c}}}]",
        .table(.wrongChoice(of: "authorities", keys: ["secret", "configMap"])),
      ),
      (
        "writeRelabel: [{sourceLabels: [a], targetLabel: c, regex: 'b('}]",
        .form(.expression("b(", .openGroup)),
      ),
      ("writeRelabel: [{targetLabel: 'a b'}]", .form(.labelTemplate("a b"))),
      (
        "writeRelabel: [{action: lowercase, sourceLabels: [a], targetLabel: '$1'}]",
        .form(.metricLabel("$1")),
      ),
      (
        "writeRelabel: [{action: labelmap, regex: 'k8s_(.+)', replacement: '${1'}]",
        .form(.labelTemplate("${1")),
      ),
    ] as [(String, FleetFact)]
  )
  func `what would not work is refused`(_ write: String, _ expected: FleetFact) {
    #expect(facts(reading(write)).first == expected)
    #expect(reading(write).fleet == nil)
  }

  @Test(
    arguments: [
      (
        "targets: [{name: a, url: 'http://a', basicAuth: {secret: b}}]",
        .access(.openCredential),
      ),
      (
        "targets: [{name: a, url: 'https://a', tls: {insecureSkipVerify: true}}]",
        .access(.unverified),
      ),
    ] as [(String, FleetFact)]
  )
  func `what others could read is warned of`(_ write: String, _ expected: FleetFact) {
    #expect(facts(reading(write)) == [expected])
    #expect(reading(write).fleet != nil)
  }

  @Test(
    arguments: [
      ("targetLabel: a, modulus: 3", .withoutEffect(key: "modulus", action: .replace)),
      (
        "action: hashmod, targetLabel: a, sourceLabels: [b]",
        .missing(key: "modulus", action: .hashmod),
      ),
      ("sourceLabels: [a]", .missing(key: "targetLabel", action: .replace)),
      ("action: keep, regex: a", .missing(key: "sourceLabels", action: .keep)),
      ("action: labelmap, replacement: k8s_$1", .missing(key: "regex", action: .labelmap)),
      (
        "action: labeldrop, regex: a, sourceLabels: [b]",
        .withoutEffect(key: "sourceLabels", action: .labeldrop),
      ),
      ("targetLabel: cluster, replacement: a", .identity(label: "cluster")),
      ("action: labeldrop, regex: 'c.*'", .identity(label: "cluster")),
      ("action: labelkeep, regex: '__name__|job|cluster'", .identity(label: "prometheus_replica")),
      ("action: labelmap, regex: 'k8s_(.+)'", .identity(label: "cluster")),
      ("sourceLabels: [a], regex: '(.+)=(.*)', targetLabel: $1", .identity(label: "cluster")),
      (
        "sourceLabels: [a], regex: '(.+)', targetLabel: $1, replacement: ''",
        .identity(label: "cluster"),
      ),
    ] as [(String, RelabellingProblem)]
  )
  func `a relabelling that Prometheus refuses, or that takes the cluster's labels, is refused`(
    _ relabelling: String,
    _ expected: RelabellingProblem,
  ) {
    #expect(facts(reading("writeRelabel: [{\(relabelling)}]")) == [.relabelling(expected)])
  }

  @Test(
    arguments: [
      ("team", nil), ("team_$1", nil), ("${1}_$2", nil), ("$$1", .labelTemplate("$$1")),
      ("${1", .labelTemplate("${1")), ("1a", .labelTemplate("1a")), ("", .labelTemplate("")),
    ] as [(String, FormFlaw?)]
  )
  func `the name of a label may be put together`(_ text: String, _ flaw: FormFlaw?) {
    #expect(TextForm.labelTemplate.flaw(text) == flaw)
  }

  @Test(
    arguments: [
      ("https://far.example.com/push", "far.example.com"), ("http://a:9009", "a"),
      ("https://[2001:db8::1]:9009/api/v1/push", "2001:db8::1"),
    ]
  )
  func `a target's host is that of its URL`(_ url: String, _ host: String) {
    let target = WriteTarget(
      name: "a",
      url: url,
      access: ClientAccess(),
      headers: [:],
      queue: .standard,
      relabelling: [],
    )
    #expect(target.host == host)
    #expect(target.isEncrypted == url.hasPrefix("https"))
  }

  @Test(
    arguments: [
      ("a|b.+", nil), ("(?i:a)[^]x]+?", nil), ("[[:alpha:]-]*", nil), ("\\Q(\\E\\d{2,3}", nil),
      ("^*", nil), ("(a))", .strayParenthesis), ("[a", .openClass), ("*a", .nothingToRepeat("*")),
      ("a|+", .nothingToRepeat("+")), ("a\\", .trailingBackslash), ("a(?!b)", .lookaround),
      ("(a)\\1", .backreference), ("((a)", .openGroup),
    ] as [(String, ExpressionFlaw?)]
  )
  func `an expression is one of RE2`(_ text: String, _ flaw: ExpressionFlaw?) {
    #expect(TextForm.expression.flaw(text) == flaw.map { .expression(text, $0) })
  }
}
