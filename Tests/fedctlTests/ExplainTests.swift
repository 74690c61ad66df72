import TestSupport
import Testing

/// `fedctl explain`: a key, or the settings of a cluster.
@Suite(.waitsForPrograms) struct ExplainTests {
  private static let fleet = """
    apiVersion: fedctl.dev/v1alpha1
    kind: Fleet
    name: edge
    topology: receive
    platform: openshift
    bucket: {name: metrics, region: us-east-2}
    hub: {context: hub}
    defaults: {externalLabels: {site: near, stage: prod}}
    groups:
      far: {externalLabels: {site: far}}
    clusters:
    - {name: a, context: a, groups: [far], externalLabels: {stage: test}}
    - {name: b, context: b}
    patches:
    - target: {kind: Namespace, group: far}
      merge: {metadata: {annotations: {example.com/site: far}}}

    """

  private func explain(_ words: String..., fleet: String = fleet) throws -> Fedctl.Outcome {
    try Fedctl(["explain"] + words).file(fleet).run()
  }

  @Test func `a key is told with its form, its standard and an example`() throws {
    let expected = """
      hub.receive.retention
        How long samples stay on the local disk.

        form      text
        standard  24h
        topology  receive, collector

        example:
          hub:
            receive:
              retention: 24h

      """
    #expect(try explain("hub.receive.retention") == .init(stdout: expected, stderr: "", status: 0))
  }

  @Test func `a part that is there without its key says so`() throws {
    let part = try explain("hub.grafana").stdout
    #expect(
      part.contains("  standard  there all the same, with the standards of the keys within\n")
    )
    let option = try explain("hub.ruler").stdout
    #expect(option.contains("  standard  none: then it is not used\n"))
  }

  @Test func `what stands in the platform's own settings is told as theirs`() throws {
    let outcome = try explain("platformMonitoring.prometheusK8s.retention")
    #expect(outcome.status == 0, "\(outcome.stderr)")
    let words = "What stands in clusters[].platformMonitoring is passed on as it is"
    #expect(outcome.stdout.hasPrefix(words), "\(outcome.stdout)")
    #expect(outcome.stdout.contains("\n\nclusters[].platformMonitoring\n"))
  }

  @Test func `a mapping tells its keys`() throws {
    let text = try explain("patches.target").stdout
    #expect(text.contains("  keys within:\n    kind     Their kind, or a list of kinds.\n"))
    #expect(text.contains("    patches:\n    - target:\n        kind: Deployment\n"))
  }

  @Test func `the end of a way finds keys, and a misspelt one is told what it is like`() throws {
    let some = try explain("retention").stdout
    #expect(some.hasPrefix("hub.receive.retention "))
    #expect(some.contains("\nclusters[].prometheus.retention "))
    let one = try explain("externalLabels").stdout
    #expect(one.hasPrefix("clusters[].externalLabels\n"))
    let none = try explain("hub.receive.retentoin")
    let expected = """
      error: unknown key
        The fleet file has no key `hub.receive.retentoin`, and no cluster of this name.
        help: Did you mean `hub.receive.retention`?

      """
    #expect(none == .init(stdout: "", stderr: expected, status: 1))
  }

  @Test func `without a key, those at the top are listed`() throws {
    let lines = try explain().stdout.split(separator: "\n")
    #expect(lines.first?.hasPrefix("apiVersion ") == true)
    #expect(lines.contains { $0.hasPrefix("patches ") && $0.hasSuffix("the escape hatch.") })
  }

  @Test func `a cluster is told setting by setting, with who says so`() throws {
    let outcome = try explain("a")
    #expect(outcome.status == 0 && outcome.stderr == "")
    let lines = outcome.stdout.split(separator: "\n").map(String.init)
    #expect(
      lines.first == """
        a: each setting and who says so, the later over the earlier: what holds without a word (standard), \
        defaults, group far, the cluster's own keys
        """
    )
    func told(_ key: String) -> [Substring]? {
      lines.first { $0.hasPrefix("\(key) ") }?.split(separator: "  ").map { $0.drop { $0 == " " } }
    }
    #expect(told("externalLabels.site") == ["externalLabels.site", "group far, line 10", "far"])
    #expect(told("externalLabels.stage") == ["externalLabels.stage", "cluster, line 12", "test"])
    #expect(lines.contains { $0.contains("  standard") })
    // What decides which of the others hold is first, and those that do not are left out.
    #expect(lines[1].hasPrefix("mode ") && lines[1].hasSuffix(" platform"))
    #expect(lines[2].hasPrefix("platform ") && lines[2].contains("line 5"), "\(lines[2])")
    #expect(!lines.contains { $0.hasPrefix("prometheus") || $0.hasPrefix("monitoringStack") })
  }

  @Test func `a group chooses its clusters as if each were named`() throws {
    let some = try Fedctl("render", "--group", "far").file(Self.fleet).run()
    #expect(some.stdout.contains("# a: Namespace thanos\n"))
    #expect(some.stdout.contains("    example.com/site: far\n"))
    #expect(!some.stdout.contains("# b: ") && !some.stdout.contains("# hub: "))
    let none = try Fedctl("render", "--group", "fat").file(Self.fleet).run()
    #expect(none.status == 1)
    #expect(none.stderr.contains("No cluster of the fleet is in a group `fat`."))
  }
}

/// `fedctl render --explain`: what gives the fields of one object.
@Suite(.waitsForPrograms) struct ExplainObjectTests {
  private static let fleet = """
    apiVersion: fedctl.dev/v1alpha1
    kind: Fleet
    name: edge
    topology: receive
    platform: openshift
    bucket: {name: metrics, region: us-east-2}
    hub:
      context: hub
      grafana: {priorityClass: vital}
    defaults: {mode: operator, prometheus: {retention: 13h}}
    clusters:
    - {name: a, context: a}
    - {name: b, context: b}
    patches:
    - target: {kind: Deployment, name: grafana}
      merge: {spec: {minReadySeconds: 7}}

    """

  private func explain(_ words: String...) throws -> Fedctl.Outcome {
    try Fedctl(["render", "--explain"] + words).file(Self.fleet).run()
  }

  private func origin(of field: String, in outcome: Fedctl.Outcome) -> String? {
    let line = outcome.stdout.split(separator: "\n").first { $0.hasPrefix("\(field)  ") }
    return line.map { String($0.dropFirst(field.count).drop { $0 == " " }) }
  }

  @Test func `keys of the file, standards and patches are told with their places`() throws {
    let outcome = try explain("Deployment/grafana")
    #expect(outcome.status == 0, "\(outcome.stderr)")
    let pod = "spec.template.spec"
    #expect(
      origin(of: "\(pod).priorityClassName", in: outcome) == "hub.grafana.priorityClass, line 9"
    )
    #expect(
      origin(of: "\(pod).containers[name=grafana].image", in: outcome)
        == "hub.grafana.image (standard)"
    )
    #expect(origin(of: "spec.minReadySeconds", in: outcome) == "patches[0], line 15")
    #expect(origin(of: "metadata.namespace", in: outcome) == "namespace (standard)")
    #expect(origin(of: "apiVersion", in: outcome) == nil)
    #expect(outcome.stdout.contains(" fields more are fedctl's own: no key gives them.\n"))
  }

  @Test
  func `what a cluster has from the defaults is told where it stands, and what apply fills in`()
    throws
  {
    let outcome = try explain("prometheus/federated-prometheus", "--cluster", "b")
    #expect(outcome.stdout.hasPrefix("b: Prometheus thanos/federated-prometheus: each field"))
    #expect(
      origin(of: "spec.retention", in: outcome) == "clusters[1].prometheus.retention, line 10"
    )
    let url = try #require(origin(of: "spec.remoteWrite[name=hub].url", in: outcome))
    #expect(url.contains("apply, from hub: Route thanos/thanos-receive status.ingress[].host"))
  }

  @Test func `of several clusters the first one's is told, and where there are others`() throws {
    let outcome = try explain("Prometheus/federated-prometheus")
    #expect(outcome.stdout.contains("; --cluster chooses that of b\n"))
    let none = try explain("Prometheus/nobody")
    #expect(none.status == 1)
    #expect(none.stderr.contains("unknown object"))
  }
}
