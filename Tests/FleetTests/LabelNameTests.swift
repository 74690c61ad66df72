import TestSupport
import Testing

@testable import Fleet

/// Which labels a relabelling may give a value.
@Suite struct LabelNameTests {
  @Test(
    arguments: [
      ("cluster", "(.*)", true), ("clusters", "(.*)", false), ("$1", "(.*)", true),
      ("$1", "k8s_(.+)", true), ("$1", "k8s_(node|zone)", false), ("$1", "k8s_(clu.*|zone)", true),
      ("k8s_$1", "(.*)", false), ("${1}r", "(.*)", true), ("$1r", "(.*)", false),
      ("$2", "(a)(?:b)(c.+)", true), ("$2", "(a)(?:c.+)", false), ("c$2", "((a)b)(c)", false),
      ("$name", "(?P<name>[a-z]+)", true), ("$name", "(?<name>[0-9]+)", false),
      ("$0", "cluster|stage", true), ("$0", "zone|stage", false), ("cluster$1", "a(b)?", true),
      ("$1", "(?i)(CLUSTER)", true), ("$1", "[(](zone)", false), ("$1", "\\((zone)\\)", false),
      ("$1$2", "(clu)-(ster)", true), ("$$1", "(.*)", false),
    ]
  )
  func `the names of a template are those that its groups give`(
    _ template: String,
    _ expression: String,
    _ mayBe: Bool,
  ) {
    #expect(LabelNames(of: template, matching: expression).contain("cluster") == mayBe)
  }

  @Test func `many groups in each other take no longer than their text`() {
    let depth = 20_000
    let expression = String(repeating: "(", count: depth) + String(repeating: ")", count: depth)
    #expect(groups(ofExpression: expression).count == depth)
    #expect(groups(ofExpression: "a)(b").isEmpty)
  }

  /// Ports of one monitor, or a job, of a cluster with a label of its own.
  private func facts(_ settings: String) -> [FleetFact] {
    FleetTests.facts(Sample.receive(cluster: "externalLabels: {stage: prod}, \(settings)").reading)
  }

  @Test(
    arguments: [
      ("relabelings: [{targetLabel: cluster, replacement: b}]", "cluster"),
      ("metricRelabelings: [{action: labelmap, regex: 'a_(.+)'}]", "cluster"),
      ("relabelings: [{action: lowercase, sourceLabels: [a], targetLabel: stage}]", "stage"),
      (
        "relabelings: [{action: labeldrop, regex: stage}], metricRelabelings: [{targetLabel: stage}]",
        "stage",
      ),
      (
        "endpoints: [{port: b, relabelings: [{targetLabel: prometheus_replica}]}]",
        "prometheus_replica",
      ),
    ]
  )
  func `what is scraped may not bear a label that tells clusters apart`(
    _ port: String,
    _ label: String,
  ) {
    let monitor = "{name: m, namespace: n, selector: {a: b}, port: web, \(port)}"
    for key in ["serviceMonitors", "podMonitors"] {
      #expect(facts("\(key): [\(monitor)]") == [.relabelling(.identityGiven(label: label))])
    }
  }

  @Test(arguments: [
    "relabelings: [{targetLabel: node}, {action: labeldrop, regex: cluster}]",
    """
    relabelings: [{action: labelmap, regex: '__meta_kubernetes_pod_label_(.+)'}],
    metricRelabelings: [{action: labeldrop, regex: 'cluster|stage|.+_replica'}]
    """,
    "metricRelabelings: [{action: labelmap, regex: 'a_(.+)'}, {action: labelkeep, regex: 'a|b'}]",
    "metricRelabelings: [{targetLabel: cluster}, {targetLabel: cluster, replacement: ''}]",
    "metricRelabelings: [{sourceLabels: [cluster], targetLabel: of}, {action: keep, sourceLabels: [cluster]}]",
  ])
  func `whatever else is done to labels is the user's`(_ port: String) {
    let monitor = "{name: m, namespace: n, selector: {a: b}, port: web, \(port)}"
    #expect(facts("serviceMonitors: [\(monitor)]") == [])
  }

  @Test func `a job's labels are held to the same`() {
    let job = "scrapeJobs: [{name: a, targets: ['b:1'], labels: {site: far, stage: test}}]"
    #expect(facts("mode: operator, \(job)") == [.relabelling(.identityGiven(label: "stage"))])
  }
}
