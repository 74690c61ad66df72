import Fleet
import JSON
import Objects
import Templates
import TestSupport
import Testing

/// What a cluster without OpenShift's monitoring works out of its pods, by promtool's judgement.
@Suite(.waitsForPrograms, .enabled(if: PrometheusProcess.isInstalled, "promtool is the judge"))
struct UsageRuleTests {
  /// What cAdvisor measures of one pod, and what is worked out of it; nil for nothing.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let series: [String: String]
    let recorded: [UsageSeries: Double?]
  }

  private static let place = #"namespace="a",pod="p""#

  static let cases = [
    Case(
      testDescription: "the kubelet's sum of a pod, and not its containers once more",
      series: [
        "container_cpu_usage_seconds_total{\(place)}": "0+30x20",
        "container_cpu_usage_seconds_total{\(place),container=\"x\"}": "0+20x20",
        "container_cpu_usage_seconds_total{id=\"/\"}": "0+60x20",
      ],
      recorded: [.cpu: 0.5, .disk: nil],
    ),
    Case(
      testDescription: "what all containers of a pod have written",
      series: [
        "container_fs_usage_bytes{\(place),container=\"x\"}": "3+0x20",
        "container_fs_usage_bytes{\(place),container=\"y\"}": "4+0x20",
        "container_fs_usage_bytes{id=\"/\"}": "900+0x20",
      ],
      recorded: [.disk: 7, .cpu: nil],
    ),
    Case(
      testDescription: "a pod's own end of the network",
      series: [
        "container_network_receive_bytes_total{\(place),interface=\"eth0\"}": "0+600x20",
        "container_network_receive_bytes_total{\(place),interface=\"tunl0\"}": "0+6000x20",
        "container_network_transmit_bytes_total{\(place),interface=\"eth0\"}": "0+1200x20",
      ],
      recorded: [.received: 10, .sent: 20],
    ),
    Case(
      testDescription: "nothing of a pod that sees its node's interfaces",
      series: [
        "container_network_receive_bytes_total{\(place),interface=\"eth0\"}": "0+600x20",
        "container_network_receive_bytes_total{\(place),interface=\"cali0a1b2c3d4e5\"}": "0+600x20",
        "container_network_transmit_bytes_total{\(place),interface=\"eth0\"}": "0+1200x20",
        "container_network_transmit_bytes_total{\(place),interface=\"ens5\"}": "0+1200x20",
      ],
      recorded: [.received: nil, .sent: nil],
    ),
    Case(
      testDescription: "nothing of a pod of which kube-state-metrics says that it shares",
      series: [
        "container_network_receive_bytes_total{\(place),interface=\"eth0\"}": "0+600x20",
        "container_network_transmit_bytes_total{\(place),interface=\"eth0\"}": "0+1200x20",
        "kube_pod_info{\(place),host_network=\"true\"}": "1+0x20",
      ],
      recorded: [.received: nil, .sent: nil],
    ),
  ]

  @Test(arguments: cases, [Example.kubernetes, .federate, .sidecar])
  func `each rule records what it says`(_ test: Case, _ example: Example) throws {
    let expectations = test.recorded.map { series, value -> JSON in
      let name = series.rawValue
      let sample: JSON = [
        "labels": .string("\(name){\(Self.place)}"), "value": .double(value ?? 0),
      ]
      return [
        "expr": .string(name), "eval_time": "15m", "exp_samples": value == nil ? [] : [sample],
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
      by: render(example).filter { $0.reference.cluster == "cluster1" }.rules,
    )
  }

  @Test(
    arguments: [
      ("console-7d9c5b6f4d-x7k2p", "console"), ("node-exporter-x7k2p", "node-exporter"),
      ("prometheus-k8s-12", "prometheus-k8s"), ("backup-29123456-x7k2p", "backup"),
      ("etcd-ip-10-0-1-2.ec2.internal", "etcd-ip-10-0-1-2.ec2.internal"),
      ("web-proxy", "web-proxy"),
      ("app-v2-7d9c5b6f4d-x7k2p", "app-v2"), ("kafka-2-0", "kafka-2"), ("redis", "redis"),
    ]
  )
  func `a pod's name tells its workload`(pod: String, workload: String) throws {
    let labels = #"namespace="a",pod="\#(pod)",workload="\#(workload)""#
    try Promtool.judge(
      [
        "interval": "1m",
        "input_series": [["series": .string("x{namespace=\"a\",pod=\"\(pod)\"}"), "values": "1"]],
        "promql_expr_test": [
          [
            "expr": .string(UsageMeasure.workload("x")), "eval_time": "0m",
            "exp_samples": [["labels": .string("x{\(labels)}"), "value": 1]],
          ]
        ],
      ],
      by: ["groups": []],
    )
  }
}
