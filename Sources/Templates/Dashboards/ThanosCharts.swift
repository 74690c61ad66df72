/// What is shown of the hub's own Thanos.
enum ThanosCharts {
  /// Of the parts that a hub has.
  static func all(for parts: [Part]) -> [Chart] {
    let takesIn = parts.filter { $0.component.hasPrefix("receive") }
    return [up(parts)] + (takesIn.isEmpty ? [] : receive(takesIn)) + queries + stores + bucket
      + (parts.contains(.ruler) ? [rules] : [])
  }

  private static func up(_ parts: [Part]) -> Chart {
    Chart(
      title: "Pods up",
      query: "sum by (job) (up{\(Ratio.jobs(parts))})",
      legend: "{{job}}",
      unit: "short",
    )
  }

  private static func receive(_ parts: [Part]) -> [Chart] {
    let requests = #"\#(Ratio.jobs(parts)),handler="receive""#
    return [
      Chart(
        title: "Writes by outcome",
        query: "sum by (code) (rate(http_requests_total{\(requests)}[5m]))",
        legend: "{{code}}",
        unit: "reqps",
      ),
      Chart(
        title: "Slowest write of a hundred",
        query: Ratio.quantile("0.99", "http_request_duration_seconds", by: "job", requests),
        legend: "{{job}}",
        unit: "s",
      ),
      Chart(
        title: "Series in memory by tenant",
        query: "sum by (tenant) (prometheus_tsdb_head_series{\(Ratio.jobs([.receive]))})",
        legend: "{{tenant}}",
        unit: "short",
      ),
      Chart(
        title: "Copies that fail",
        query: Ratio.shown(
          "thanos_receive_replications_total",
          by: "job",
          #"result=~".+""#,
          #"result="error""#,
        ),
        legend: "{{job}}",
        unit: "percentunit",
      ),
    ]
  }

  private static let asked =
    Ratio.jobs([.querier, .queryFrontend]) + #",handler=~"query|query_range|query-frontend""#

  private static let queries = [
    Chart(
      title: "Queries by outcome",
      query: "sum by (job, code) (rate(http_requests_total{\(asked)}[5m]))",
      legend: "{{job}} {{code}}",
      unit: "reqps",
    ),
    Chart(
      title: "Slowest query of a hundred",
      query: Ratio.quantile("0.99", "http_request_duration_seconds", by: "job", asked),
      legend: "{{job}}",
      unit: "s",
    ),
    Chart(
      title: "Errors of stores",
      query: Ratio.shown(
        "grpc_client_handled_total",
        by: "job",
        "job=\"\(Part.querier.name)\"",
        #"grpc_code!~"OK|Canceled""#,
      ),
      legend: "{{job}}",
      unit: "percentunit",
    ),
  ]

  private static let stores = [
    Chart(
      title: "Stores that the querier reaches",
      query:
        "sum by (store_type) (thanos_store_nodes_grpc_connections{job=\"\(Part.querier.name)\"})",
      legend: "{{store_type}}",
      unit: "short",
    ),
    Chart(
      title: "Store gateway: blocks loaded",
      query: "sum by (pod) (thanos_bucket_store_blocks_loaded)",
      legend: "{{pod}}",
      unit: "short",
    ),
    Chart(
      title: "Store gateway: blocks that cannot be loaded",
      query: "sum by (pod) (rate(thanos_bucket_store_block_load_failures_total[5m]))",
      legend: "{{pod}}",
      unit: "ops",
    ),
  ]

  private static let bucket = [
    Chart(
      title: "Failures in the bucket",
      query: "sum by (job, operation) (rate(thanos_objstore_bucket_operation_failures_total[5m]))",
      legend: "{{job}} {{operation}}",
      unit: "ops",
    ),
    Chart(
      title: "Time since a part's last upload",
      query: "time() - max by (job) "
        + "(max_over_time(thanos_objstore_bucket_last_successful_upload_time[1d]) > 0)",
      legend: "{{job}}",
      unit: "s",
    ),
    Chart(
      title: "Compactor: rounds an hour",
      query: "sum(increase(thanos_compact_iterations_total[1h]))",
      legend: "rounds",
      unit: "short",
    ),
    Chart(
      title: "Compactor: compactions to do",
      query: "sum(thanos_compact_todo_compactions)",
      legend: "to do",
      unit: "short",
    ),
    Chart(
      title: "Compactor: halted",
      query: "max(thanos_compact_halted)",
      legend: "halted",
      unit: "short",
    ),
  ]

  private static let rules = Chart(
    title: "Rules that cannot be evaluated",
    query: "sum by (rule_group) (rate(prometheus_rule_evaluation_failures_total"
      + "{job=\"\(Part.ruler.name)\"}[5m]))",
    legend: "{{rule_group}}",
    unit: "ops",
  )
}
