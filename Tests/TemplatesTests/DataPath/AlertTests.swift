import JSON
import Objects
import Templates
import TestSupport
import Testing

/// Every alert fires for the fault that it is for, and for nothing that is well, by Prometheus' own
/// judgement.
@Suite(.waitsForPrograms, .enabled(if: PrometheusProcess.isInstalled, "promtool is the judge"))
struct AlertTests {
  /// Whose behaviour is tested to the letter elsewhere.
  private static let elsewhere: Set<String> = [
    "RemoteWriteFailing", "RemoteWriteBehind", "SidecarUploadFails",
  ]

  @Test(arguments: AlertCase.all)
  func `an alert fires for its fault alone`(_ test: AlertCase) throws {
    let rules = try render(test.fleet).manifests(on: test.cluster).rules
    try judge(test, test.broken, fires: true, by: rules)
    for series in test.well { try judge(test, series, fires: false, by: rules) }
  }

  @Test func `no alert goes untested`() throws {
    let fleets = Example.variants.map(\.fleet) + [AlertCase.all[0].fleet]
    let alerts = try fleets.flatMap { try render($0).manifests.rules["groups"]?.arrayValue ?? [] }
      .flatMap { $0["rules"]?.arrayValue ?? [] }.compactMap { $0["alert"]?.stringValue }
    let tested = Self.elsewhere.union(AlertCase.all.map(\.alert))
    #expect(Set(alerts).subtracting(tested) == [])
    #expect(tested.subtracting(alerts) == [])
  }

  private func judge(
    _ test: AlertCase,
    _ series: [String: String],
    fires: Bool,
    by rules: JSON,
  ) throws {
    let chosen = "alertname=\"\(test.alert)\",alertstate=\"firing\""
    let labels = test.labels.isEmpty ? chosen : "\(chosen),\(test.labels)"
    try Promtool.judge(
      [
        "interval": "1m",
        "input_series": .array(
          series.map { ["series": .string($0.key), "values": .string($0.value)] }
        ),
        "promql_expr_test": [
          [
            "expr": .string("clamp_max(count(ALERTS{\(labels)}) or vector(0), 1)"),
            "eval_time": .string("\(test.minute)m"),
            "exp_samples": [["labels": "{}", "value": .integer(fires ? 1 : 0)]],
          ]
        ],
      ],
      by: rules,
    )
  }
}
