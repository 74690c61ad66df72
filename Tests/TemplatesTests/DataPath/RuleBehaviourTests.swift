import Foundation
import JSON
import Objects
import Templates
import TestSupport
import Testing

@testable import Fleet

/// What the rendered rules do with samples, by Prometheus' own judgement.
@Suite(.waitsForPrograms, .enabled(if: PrometheusProcess.isInstalled, "promtool is the judge"))
struct RuleBehaviourTests {
  @Test func `usage is summed by namespace, of containers alone`() throws {
    let memory = "container_memory_working_set_bytes"
    try judge(
      "cluster1",
      [
        "interval": "1m",
        "input_series": [
          ["series": .string("\(memory){namespace=\"a\",container=\"x\"}"), "values": "1+0x10"],
          ["series": .string("\(memory){namespace=\"a\",container=\"y\"}"), "values": "2+0x10"],
          ["series": .string("\(memory){namespace=\"a\",container=\"POD\"}"), "values": "4+0x10"],
          ["series": .string("\(memory){namespace=\"a\"}"), "values": "8+0x10"],
          [
            "series": "container_cpu_usage_seconds_total{namespace=\"a\",container=\"x\"}",
            "values": "0+30x10",
          ],
        ],
        "promql_expr_test": [
          expectation("namespace:\(memory):sum", "{namespace=\"a\"}", 3),
          expectation(
            "namespace:container_cpu_usage_seconds_total:sum_rate5m",
            "{namespace=\"a\"}",
            0.5,
          ),
        ],
      ],
    )
  }

  @Test func `of each node it tells how busy it is, and of its disks the fullest that holds data`()
    throws
  {
    func series(_ name: String, _ labels: String, _ values: String) -> JSON {
      ["series": .string("\(name){node=\"n\",\(labels)}"), "values": .string(values)]
    }
    let (size, free) = ("node_filesystem_size_bytes", "node_filesystem_avail_bytes")
    try judge(
      "cluster1",
      [
        "interval": "1m",
        "input_series": [
          series("node_cpu_seconds_total", #"cpu="0",mode="idle""#, "0+30x10"),
          series("node_cpu_seconds_total", #"cpu="0",mode="user""#, "0+30x10"),
          series("node_cpu_seconds_total", #"cpu="1",mode="idle""#, "0+60x10"),
          series("node_memory_MemTotal_bytes", "", "8x10"),
          series("node_memory_MemAvailable_bytes", "", "2x10"),
          series(size, #"mountpoint="/",fstype="ext4""#, "10x10"),
          series(free, #"mountpoint="/",fstype="ext4""#, "5x10"),
          series(size, #"mountpoint="/data",fstype="xfs""#, "8x10"),
          series(free, #"mountpoint="/data",fstype="xfs""#, "2x10"),
          series(size, #"mountpoint="/run",fstype="tmpfs""#, "1x10"),
          series(free, #"mountpoint="/run",fstype="tmpfs""#, "0x10"),
        ],
        "promql_expr_test": [
          expectation("node:node_cpu_seconds_total:busy_ratio5m", #"{node="n"}"#, 0.25),
          expectation("node:node_memory_bytes:used_ratio", #"{node="n"}"#, 0.75),
          expectation("node:node_filesystem_bytes:fullest_ratio", #"{node="n"}"#, 0.75),
        ],
      ],
    )
  }

  @Test func `of each namespace it tells the pods that do not run, and what restarts`() throws {
    func phase(_ pod: String, _ phase: String, _ value: String) -> JSON {
      let labels = "namespace=\"a\",pod=\"\(pod)\",phase=\"\(phase)\""
      return ["series": .string("kube_pod_status_phase{\(labels)}"), "values": .string(value)]
    }
    let restarts = "kube_pod_container_status_restarts_total"
    try judge(
      "cluster1",
      [
        "interval": "1m",
        "input_series": [
          phase("x", "Running", "1x10"), phase("x", "Pending", "0x10"),
          phase("y", "Running", "0x10"), phase("y", "Pending", "1x10"),
          phase("z", "Succeeded", "1x10"), phase("z", "Failed", "0x10"),
          ["series": .string("\(restarts){namespace=\"a\",pod=\"x\"}"), "values": "4x10"],
        ],
        "promql_expr_test": [
          expectation("namespace:kube_pod_status_phase:stuck_sum", #"{namespace="a"}"#, 1),
          expectation("namespace:\(restarts):sum_increase1h", #"{namespace="a"}"#, 0),
        ],
      ],
    )
  }

  @Test func `a cluster that is silent for ten minutes is told by name, and no other`() throws {
    try judge(
      "hub",
      [
        "interval": "1m",
        "input_series": [
          ["series": "up{job=\"federate\",cluster=\"a\",instance=\"i\"}", "values": "0+0x20"],
          ["series": "up{job=\"federate\",cluster=\"b\",instance=\"j\"}", "values": "1+0x20"],
          // A target inside a cluster is the cluster's own business.
          ["series": "up{job=\"kubelet\",cluster=\"b\",instance=\"k\"}", "values": "0+0x20"],
        ],
        "alert_rule_test": [
          ["eval_time": "9m", "alertname": "ClusterSilent", "exp_alerts": []],
          [
            "eval_time": "11m", "alertname": "ClusterSilent",
            "exp_alerts": [
              [
                "exp_labels": [
                  "severity": "critical", "cluster": "a", "job": "federate", "instance": "i",
                ],
                "exp_annotations": [
                  "summary": "The hub cannot read from cluster a.",
                  "description": """
                  Its load balancer, i, does not answer: look at the Service and the Prometheus \
                  behind it, and whether the network lets the hub through.
                  """,
                ],
              ]
            ],
          ],
        ],
      ],
    )
  }

  @Test func `a sidecar that fails to upload for long is told, and not one that failed once`()
    throws
  {
    let failures = "thanos_shipper_upload_failures_total{job=\"thanos-sidecar\",instance=\"i\"}"
    let test: (String, JSON) -> JSON = { values, alerts in
      [
        "interval": "1m",
        "input_series": [["series": .string(failures), "values": .string(values)]],
        "alert_rule_test": [
          ["eval_time": "25m", "alertname": "SidecarUploadFails", "exp_alerts": alerts]
        ],
      ]
    }
    try judge("cluster1", of: Example.sidecar.fleet, test("0 0 1+0x30", []))
    let alert: JSON = [
      "exp_labels": ["severity": "critical", "job": "thanos-sidecar", "instance": "i"],
      "exp_annotations": [
        "summary": "The sidecar cannot write to the bucket.",
        "description": """
        What is not uploaded when Prometheus' retention ends is lost: look at the log of the \
        container thanos-sidecar, the credentials and the bucket.
        """,
      ],
    ]
    try judge("cluster1", of: Example.sidecar.fleet, test("0+2x40", [alert]))
  }

  private func expectation(_ metric: String, _ labels: String, _ value: Double) -> JSON {
    [
      "expr": .string(metric), "eval_time": "9m",
      "exp_samples": [["labels": .string(metric + labels), "value": .double(value)]],
    ]
  }

  @Test func `the hub tells which cluster has fallen silent`() throws {
    var fleet = Example.receive.fleet
    fleet.receiving.thanos.ruler = Ruler(
      component: fleet.receiving.thanos.querier,
      alertmanagers: [],
    )
    try judge(
      "hub",
      of: fleet,
      [
        "interval": "1m",
        "input_series": [
          ["series": .string(usage(of: "cluster1")), "values": "1+0x3 _x20"],
          ["series": .string(usage(of: "cluster2")), "values": "1+0x30"],
        ],
        "alert_rule_test": [
          ["eval_time": "10m", "alertname": "ClusterSilent", "exp_alerts": []],
          [
            "eval_time": "21m", "alertname": "ClusterSilent",
            "exp_alerts": [
              [
                "exp_labels": [
                  "severity": "critical", "cluster": "cluster1",
                  "tenant_id": "system:serviceaccount:thanos:cluster1-metrics",
                ],
                "exp_annotations": [
                  "summary": "No metrics of cluster cluster1 reach the hub.",
                  "description": """
                  Look at what its writer's log says of the hub, and whether its token or \
                  certificate has expired or been revoked; `fedctl plan` shows what differs from \
                  the fleet file.
                  """,
                ],
              ]
            ],
          ],
        ],
      ],
    )
  }

  private func usage(of cluster: String) -> String {
    let tenant = "system:serviceaccount:thanos:\(cluster)-metrics"
    return "namespace:container_cpu_usage:sum{cluster=\"\(cluster)\",tenant_id=\"\(tenant)\"}"
  }

  @Test(arguments: [("0+0x40", 0), ("0+60x40", 1)])
  func `a cluster tells that the hub refuses its samples`(failed: String, alerts: Int) throws {
    let labels = "{remote_name=\"hub\",url=\"https://hub.example.com\"}"
    try judge(
      "cluster1",
      of: Example.receive.fleet,
      [
        "interval": "1m",
        "input_series": [
          [
            "series": .string("prometheus_remote_storage_samples_failed_total\(labels)"),
            "values": .string(failed),
          ]
        ],
        "promql_expr_test": [
          [
            "expr":
              "count(ALERTS{alertname=\"RemoteWriteFailing\",alertstate=\"firing\"}) or vector(0)",
            "eval_time": "20m",
            "exp_samples": [["labels": "{}", "value": .integer(Int64(alerts))]],
          ]
        ],
      ],
    )
  }

  @Test(arguments: [("far", 0), ("hub", 1)])
  func `what a target refuses is not taken for what the hub does`(name: String, alerts: Int) throws
  {
    var fleet = Example.receive.fleet
    fleet.clusters[0].writeTargets = [.far]
    let labels = "{remote_name=\"\(name)\",url=\"https://\(name).example.com\"}"
    try judge(
      "cluster1",
      of: fleet,
      [
        "interval": "1m",
        "input_series": [
          [
            "series": "prometheus_remote_storage_highest_timestamp_in_seconds",
            "values": "0+60x40",
          ],
          [
            "series": .string("prometheus_remote_storage_samples_failed_total\(labels)"),
            "values": "0+60x40",
          ],
          [
            "series": .string(
              "prometheus_remote_storage_queue_highest_sent_timestamp_seconds\(labels)"
            ),
            "values": "0+0x40",
          ],
        ],
        "promql_expr_test": .array(
          ["RemoteWriteFailing", "RemoteWriteBehind"].map { alert in
            [
              "expr": .string(
                "count(ALERTS{alertname=\"\(alert)\",alertstate=\"firing\"}) or vector(0)"
              ),
              "eval_time": "30m",
              "exp_samples": [["labels": "{}", "value": .integer(Int64(alerts))]],
            ]
          }
        ),
      ],
    )
  }

  @Test(arguments: [("0+60x40", 0), ("0+0x40", 1)])
  func `a cluster tells that it is late`(sent: String, alerts: Int) throws {
    let labels = "{remote_name=\"hub\",url=\"https://hub.example.com\"}"
    try judge(
      "cluster1",
      of: Example.receive.fleet,
      [
        "interval": "1m",
        "input_series": [
          [
            "series": "prometheus_remote_storage_highest_timestamp_in_seconds",
            "values": "0+60x40",
          ],
          [
            "series": .string(
              "prometheus_remote_storage_queue_highest_sent_timestamp_seconds\(labels)"
            ),
            "values": .string(sent),
          ],
        ],
        "promql_expr_test": [
          [
            "expr":
              "count(ALERTS{alertname=\"RemoteWriteBehind\",alertstate=\"firing\"}) or vector(0)",
            "eval_time": "30m",
            "exp_samples": [["labels": "{}", "value": .integer(Int64(alerts))]],
          ]
        ],
      ],
    )
  }

  /// Runs a cluster's rules on series that are given, and compares with what is expected.
  private func judge(
    _ cluster: String,
    of fleet: Fleet = Example.federate.fleet,
    _ test: JSON,
  ) throws {
    let manifests = try render(fleet).manifests(on: cluster)
    try Promtool.judge(test, by: manifests.rules)
  }
}
