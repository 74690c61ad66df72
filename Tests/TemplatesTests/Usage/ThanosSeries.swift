/// What a hub's own Thanos measures of itself in half an hour.
enum ThanosSeries {
  static let all =
    parts.flatMap(shared) + requests + bucket + [
      .gauge(
        "prometheus_tsdb_head_series",
        ["job": "thanos-receive", "tenant": "cluster1"],
        1000,
      ),
      .counter(
        "thanos_receive_replications_total",
        ["job": "thanos-receive", "result": "success"],
        aSecond: 1,
      ),
      .counter(
        "grpc_client_handled_total",
        ["job": "thanos-querier", "grpc_code": "OK"],
        aSecond: 1,
      ),
      .gauge(
        "thanos_store_nodes_grpc_connections",
        ["job": "thanos-querier", "store_type": "receive"],
        2,
      ),
      .counter(
        "prometheus_rule_evaluation_failures_total",
        ["job": "thanos-ruler", "rule_group": "clusters"],
        aSecond: 0,
      ),
    ]

  private static let parts = [
    "thanos-store-gateway", "thanos-receive", "thanos-receive-router", "thanos-compact",
    "thanos-querier", "thanos-query-frontend", "thanos-ruler",
  ]

  private static func shared(_ part: String) -> [MeasuredSeries] {
    let labels = ["job": part, "pod": "\(part)-0"]
    return [
      .gauge("up", labels, 1),
      .counter(
        "thanos_objstore_bucket_operation_failures_total",
        labels.merging(["operation": "upload"]) { $1 },
        aSecond: 0,
      ),
      MeasuredSeries("thanos_objstore_bucket_last_successful_upload_time", labels) {
        MeasuredSeries.now($0) - 120
      },
    ]
  }

  private static let requests = [
    ("thanos-receive", "receive"), ("thanos-querier", "query"),
    ("thanos-query-frontend", "query-frontend"),
  ].flatMap { job, handler -> [MeasuredSeries] in
    let labels = ["job": job, "handler": handler]
    return [
      .counter("http_requests_total", labels.merging(["code": "200"]) { $1 }, aSecond: 2)
    ]
      + ["0.5", "+Inf"].map {
        .counter(
          "http_request_duration_seconds_bucket",
          labels.merging(["le": $0]) { $1 },
          aSecond: 2,
        )
      }
  }

  private static let bucket: [MeasuredSeries] = [
    .gauge("thanos_bucket_store_blocks_loaded", ["pod": "thanos-store-gateway-0"], 40),
    .counter(
      "thanos_bucket_store_block_load_failures_total",
      ["pod": "thanos-store-gateway-0"],
      aSecond: 0,
    ),
    .counter("thanos_compact_iterations_total", [:], aSecond: 0.003),
    .gauge("thanos_compact_todo_compactions", [:], 3),
    .gauge("thanos_compact_halted", [:], 0),
  ]
}
