import Templates
import Testing

@testable import Fleet

/// An alert, and series in which it fires and in which it must not.
struct AlertCase: CustomTestStringConvertible, Sendable {
  let alert: String
  /// Labels by which it is told from others of its name, as PromQL has matchers.
  var labels = ""
  var fleet: Fleet = .watched
  var cluster = "hub"
  /// Values, one a minute, by series.
  let broken: [String: String]
  /// In none of these it fires.
  var well: [[String: String]] = []
  /// When it is looked at.
  var minute = 60
  var testDescription: String { labels.isEmpty ? alert : "\(alert){\(labels)}" }
}

extension Fleet {
  /// A hub with every part that there is, and with what watches over it.
  static var watched: Fleet {
    var fleet = Example.atScale.fleet
    fleet.receiving.thanos.monitoring = .own(fleet.monitor)
    fleet.receiving.thanos.ruler = Ruler(
      component: fleet.receiving.thanos.querier,
      alertmanagers: [],
    )
    fleet.hub.alertmanager = fleet.alerting
    return fleet
  }
}

extension AlertCase {
  static let all = presence + compactor + bucket + queries + receive + ruler + clusters

  private static let presence = [
    AlertCase(
      alert: "ThanosPodDown",
      broken: ["up{job=\"thanos-querier\",pod=\"a\"}": "0x90"],
      well: [["up{job=\"thanos-querier\",pod=\"a\"}": "1x90"]],
    ),
    AlertCase(
      alert: "ThanosPartMissing",
      labels: "part=\"thanos-querier\"",
      broken: ["up{job=\"thanos-querier\",pod=\"a\"}": "1x20 _x70"],
      well: [
        [
          "up{job=\"thanos-querier\",pod=\"a\"}": "0x90",
          "up{job=\"thanos-querier\",pod=\"b\"}": "1x90",
        ]
      ],
    ),
  ]

  private static let compactor = [
    AlertCase(
      alert: "CompactorHalted",
      broken: ["thanos_compact_halted{pod=\"c\"}": "1x90"],
      well: [["thanos_compact_halted{pod=\"c\"}": "0x90"]],
    ),
    AlertCase(
      alert: "CompactorIdle",
      broken: [
        "thanos_compact_iterations_total{job=\"thanos-compact\"}": "7x1700",
        "process_start_time_seconds{job=\"thanos-compact\"}": "0x1700",
      ],
      well: [
        [
          "thanos_compact_iterations_total{job=\"thanos-compact\"}": "0+1x1700",
          "process_start_time_seconds{job=\"thanos-compact\"}": "0x1700",
        ],
        // One that has just started has not gone round yet.
        [
          "thanos_compact_iterations_total{job=\"thanos-compact\"}": "_x1400 0x300",
          "process_start_time_seconds{job=\"thanos-compact\"}": "_x1400 84000x300",
        ],
      ],
      minute: 1600,
    ),
    AlertCase(
      alert: "CompactorFailing",
      broken: ["thanos_compact_group_compactions_failures_total{job=\"thanos-compact\"}": "0+1x90"],
      well: [["thanos_compact_group_compactions_failures_total{job=\"thanos-compact\"}": "0 3x90"]],
      minute: 80,
    ),
  ]

  private static let bucket = [
    AlertCase(
      alert: "BucketFailing",
      broken: [
        "thanos_objstore_bucket_operation_failures_total{pod=\"a\",operation=\"get\"}": "0+1x90"
      ],
      well: [
        ["thanos_objstore_bucket_operation_failures_total{pod=\"a\",operation=\"get\"}": "4x90"]
      ],
    ),
    slow(
      "BucketSlow",
      "thanos_objstore_bucket_operation_duration_seconds",
      "job=\"thanos-store-gateway-shard-0\",operation=\"get_range\"",
      limit: 5,
      next: 10,
    ),
  ]

  private static let queries = [
    share(
      "QueriesFailing",
      "http_requests_total",
      #"job="thanos-querier",handler="query""#,
      "code",
      "500",
      "200",
    ),
    slow(
      "QueriesSlow",
      "http_request_duration_seconds",
      #"job="thanos-querier",handler="query_range""#,
      limit: 60,
      next: 90,
    ),
    share(
      "StoresUnanswered",
      "grpc_client_handled_total",
      #"job="thanos-querier""#,
      "grpc_code",
      "Unavailable",
      "OK",
    ),
    // Whoever asked has left: nobody's fault.
    share(
      "StoresUnanswered",
      "grpc_client_handled_total",
      #"job="thanos-querier""#,
      "grpc_code",
      "DataLoss",
      "Canceled",
    ),
    share(
      "StoreFailing",
      "grpc_server_handled_total",
      #"job="thanos-store-gateway-shard-1""#,
      "grpc_code",
      "Internal",
      "OK",
    ),
    slow(
      "StoreSlow",
      "grpc_server_handling_seconds",
      #"job="thanos-receive",grpc_method="Series""#,
      limit: 30,
      next: 60,
    ),
  ]

  private static let receive = [
    share(
      "ReceiveFailing",
      "http_requests_total",
      #"job="thanos-receive-router",handler="receive""#,
      "code",
      "503",
      "200",
    ),
    AlertCase(
      alert: "ReceiveRefuses",
      labels: "tenant=\"t\",code=\"409\"",
      broken: [
        #"http_requests_total{job="thanos-receive-router",handler="receive",tenant="t",code="409"}"#:
          "0+1x90"
      ],
      well: [
        [
          #"http_requests_total{job="thanos-receive-router",handler="receive",tenant="t",code="409"}"#:
            "2x90"
        ]
      ],
    ),
    slow(
      "ReceiveSlow",
      "http_request_duration_seconds",
      #"job="thanos-receive-router",handler="receive""#,
      limit: 4,
      next: 5,
    ),
    share(
      "ReceiveReplicationFailing",
      "thanos_receive_replications_total",
      #"job="thanos-receive-router""#,
      "result",
      "error",
      "success",
    ),
    share(
      "ReceiveForwardingFailing",
      "thanos_receive_forward_requests_total",
      #"job="thanos-receive-router""#,
      "result",
      "error",
      "success",
    ),
    AlertCase(
      alert: "ReceiveConfigurationBroken",
      broken: ["thanos_receive_config_last_reload_successful{job=\"j\",pod=\"a\"}": "0x90"],
      well: [["thanos_receive_config_last_reload_successful{job=\"j\",pod=\"a\"}": "1x90"]],
    ),
    AlertCase(
      alert: "ReceiveUploadFailing",
      broken: ["thanos_shipper_upload_failures_total{job=\"thanos-receive\",pod=\"a\"}": "0+1x120"],
      well: [
        ["thanos_shipper_upload_failures_total{job=\"thanos-receive\",pod=\"a\"}": "0x5 1x115"]
      ],
      minute: 90,
    ),
    AlertCase(
      alert: "ReceiveNotUploading",
      broken: notUploading(uploads: "5x400", series: "9x400"),
      well: [
        notUploading(uploads: "0x100 1x120 2x180", series: "9x400"),
        notUploading(uploads: "5x400", series: "0x400"),
        notUploading(uploads: "_x200 0x200", series: "9x400", start: "12000x400"),
      ],
      minute: 320,
    ),
  ]

  private static func notUploading(
    uploads: String,
    series: String,
    start: String = "0x400",
  ) -> [String: String] {
    [
      #"thanos_shipper_uploads_total{job="thanos-receive",pod="a",tenant="t"}"#: uploads,
      #"prometheus_tsdb_head_series{job="thanos-receive",pod="a",tenant="t"}"#: series,
      #"process_start_time_seconds{job="thanos-receive",pod="a"}"#: start,
    ]
  }

  private static let ruler = [
    AlertCase(
      alert: "RuleEvaluationFailing",
      broken: [
        #"prometheus_rule_evaluation_failures_total{job="thanos-ruler",rule_group="g"}"#: "0+1x90"
      ],
      well: [
        [#"prometheus_rule_evaluation_failures_total{job="thanos-ruler",rule_group="g"}"#: "1x90"]
      ],
    ),
    AlertCase(
      alert: "RulesNotEvaluated",
      broken: evaluations("0+60x20 1200x70"),
      well: [evaluations("0+60x90")],
    ),
    AlertCase(
      alert: "AlertsNotSent",
      broken: [#"thanos_alert_sender_alerts_dropped_total{job="thanos-ruler",pod="a"}"#: "0+1x90"],
      well: [[#"thanos_alert_sender_alerts_dropped_total{job="thanos-ruler",pod="a"}"#: "2x90"]],
    ),
    AlertCase(
      alert: "AlertsNotSent",
      broken: [#"thanos_alert_queue_alerts_dropped_total{job="thanos-ruler",pod="a"}"#: "0+1x90"],
    ),
    AlertCase(
      alert: "AlertsDropped",
      broken: ["prometheus_notifications_dropped_total{pod=\"m\"}": "0+1x90"],
      well: [["prometheus_notifications_dropped_total{pod=\"m\"}": "1x90"]],
    ),
    AlertCase(
      alert: "NotificationsFailing",
      broken: ["alertmanager_notifications_failed_total{integration=\"email\"}": "0+1x90"],
      well: [["alertmanager_notifications_failed_total{integration=\"email\"}": "1x90"]],
    ),
    AlertCase(alert: "Watchdog", broken: [:]),
  ]

  private static func evaluations(_ last: String) -> [String: String] {
    [
      #"prometheus_rule_group_last_evaluation_timestamp_seconds{job="thanos-ruler",rule_group="g"}"#:
        last,
      #"prometheus_rule_group_interval_seconds{job="thanos-ruler",rule_group="g"}"#: "60x90",
    ]
  }

  /// A tenth of what is counted is of the bad kind, and in the other case none.
  private static func share(
    _ alert: String,
    _ counter: String,
    _ chosen: String,
    _ label: String,
    _ bad: String,
    _ good: String,
  ) -> AlertCase {
    func series(_ value: String) -> String { "\(counter){\(chosen),\(label)=\"\(value)\"}" }
    return AlertCase(
      alert: alert,
      broken: [series(bad): "0+30x90", series(good): "0+60x90"],
      well: [[series(bad): "7x90", series(good): "0+60x90"]],
    )
  }

  /// All that is observed takes longer than the limit, and in the other case none.
  private static func slow(
    _ alert: String,
    _ histogram: String,
    _ chosen: String,
    limit: Int,
    next: Int,
  ) -> AlertCase {
    func series(_ limit: String) -> String { "\(histogram)_bucket{\(chosen),le=\"\(limit)\"}" }
    let (low, high) = (series("\(limit)"), series("\(next)"))
    return AlertCase(
      alert: alert,
      broken: [low: "0x90", high: "0+60x90", series("+Inf"): "0+60x90"],
      well: [[low: "0+60x90", high: "0+60x90", series("+Inf"): "0+60x90"]],
    )
  }
}
