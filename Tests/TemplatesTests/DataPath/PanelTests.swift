import Foundation
import JSON
import Objects
import Templates
import TestSupport
import Testing

/// What panels that work out an age or a share show when all begins, while all is well, and when
/// what they tell of has gone, by Prometheus' own judgement.
@Suite(.waitsForPrograms, .enabled(if: PrometheusProcess.isInstalled, "promtool is the judge"))
struct PanelTests {
  /// A panel, what there is of its series, one value a minute, and what it shows when.
  struct Case: CustomTestStringConvertible, Sendable {
    let title: String
    let example: Example
    let series: [String: String]
    /// By minutes; nil for nothing.
    let shown: [Int: Double?]
    var testDescription: String { title }
  }

  private static let watched = Example(name: "watched", fleet: .watched)

  private static let cases =
    [
      Case(
        title: "Time since the last upload",
        example: .sidecar,
        series: [
          "thanos_objstore_bucket_last_successful_upload_time{job=\"thanos-sidecar\"}":
            "0x9 600x50 _x200"
        ],
        shown: [5: nil, 30: 1200, 120: 6600],
      ),
      Case(
        title: "Remote-write lag",
        example: .receive,
        series: [
          "prometheus_remote_storage_queue_highest_sent_timestamp_seconds":
            "0x4 300+60x55 0x9 _x200"
        ],
        shown: [3: nil, 30: 0, 65: 300, 120: 3600],
      ),
      Case(
        title: "Age of the newest sample",
        example: .collector,
        // Of two replicas, and of a target that is none's pulse.
        series: [
          "up{job=\"prometheus-k8s\",pod=\"a\"}": "1x30 _x200",
          "up{job=\"prometheus-k8s\",pod=\"b\"}": "1x10 _x200", "up{job=\"kubelet\"}": "1x60 _x200",
        ],
        shown: [0: 0, 30: 0, 33: 180, 90: 3600],
      ),
      Case(
        title: "Clusters now",
        example: .receive,
        series: [
          "up{job=\"federated-prometheus\",pod=\"a\"}": "1x30 _x200",
          "up{job=\"federated-prometheus\",pod=\"b\"}": "1x10 _x200",
          "up{job=\"kubelet\"}": "1x60 _x200",
        ],
        shown: [0: 0, 30: 0, 33: 180, 90: 3600],
      ),
      Case(
        title: "Time since a part's last upload",
        example: watched,
        series: [
          "thanos_objstore_bucket_last_successful_upload_time{job=\"thanos-receive\"}":
            "0x9 600x50 _x200"
        ],
        shown: [5: nil, 30: 1200, 120: 6600],
      ),
      Case(
        title: "Copies that fail",
        example: watched,
        series: [
          "thanos_receive_replications_total{job=\"a\",result=\"error\"}": "0+30x30 _x60",
          "thanos_receive_replications_total{job=\"a\",result=\"success\"}": "0+90x30 _x60",
        ],
        shown: [0: nil, 20: 0.25, 60: nil],
      ),
      Case(
        title: "Errors of stores",
        example: watched,
        series: [
          "grpc_client_handled_total{job=\"thanos-querier\",grpc_code=\"Internal\"}":
            "0+30x30 _x60",
          "grpc_client_handled_total{job=\"thanos-querier\",grpc_code=\"OK\"}": "0+90x30 _x60",
        ],
        shown: [0: nil, 20: 0.25, 60: nil],
      ),
      Case(
        title: "Errors of stores",
        example: watched,
        series: [
          "grpc_client_handled_total{job=\"thanos-querier\",grpc_code=\"OK\"}": "0+90x30 _x60"
        ],
        shown: [0: nil, 20: 0, 60: nil],
      ),
      Case(
        title: "CPU in use by node",
        example: .federate,
        series: ["node_cpu_seconds_total{node=\"n\",mode=\"idle\"}": "0+30x30 _x60"],
        shown: [0: nil, 20: 0.5, 60: nil],
      ),
      Case(
        title: "Memory in use by node",
        example: .federate,
        series: [
          "node_memory_MemAvailable_bytes{node=\"n\"}": "2x30 _x60",
          "node_memory_MemTotal_bytes{node=\"n\"}": "8x30 _x60",
        ],
        shown: [0: 0.75, 20: 0.75, 60: nil],
      ),
      Case(
        title: "Fullest disk by node",
        example: .federate,
        series: [
          "node_filesystem_avail_bytes{node=\"n\",fstype=\"xfs\"}": "2x30 _x60",
          "node_filesystem_size_bytes{node=\"n\",fstype=\"xfs\"}": "8x30 _x60",
        ],
        shown: [0: 0.75, 20: 0.75, 60: nil],
      ),
    ]

  @Test(arguments: cases)
  func `an age or a share is right at every time`(_ test: Case) throws {
    let manifests = try render(test.example.fleet).manifests
    let panel = try #require(try manifests.panels.first { $0["title"]?.stringValue == test.title })
    let query = try #require(panel["targets"]?[0]?["expr"]?.stringValue)
      .replacing("$cluster", with: ".*").replacing("$namespace", with: ".*")
    let expectations = test.shown.sorted { $0.key < $1.key }.map { minute, value -> JSON in
      // Of all that is shown, whatever it is called.
      [
        "expr": .string("sum(\(query))"), "eval_time": .string("\(minute)m"),
        "exp_samples": value.map { [["labels": "{}", "value": .double($0)]] } ?? [],
      ]
    }
    try Promtool.judge(
      [
        "interval": "1m",
        "input_series": .array(
          test.series.map { ["series": .string($0.key), "values": .string($0.value)] }
        ),
        "promql_expr_test": .array(expectations),
      ],
      by: manifests.filter { $0.reference.cluster == "cluster1" }.rules,
    )
  }

  @Test(arguments: Example.variants)
  func `no such panel goes untested`(_ example: Example) throws {
    let panels = try render(example.fleet, example.bundles).manifests.panels
    let worked = panels.filter { panel in
      panel["fieldConfig"]?["defaults"]?["unit"] == "percentunit"
        || panel["targets"]?[0]?["expr"]?.stringValue?.contains("time()") == true
    }
    let titles = Set(worked.compactMap { $0["title"]?.stringValue })
    #expect(titles.subtracting(Self.cases.map(\.title)) == [])
  }
}
