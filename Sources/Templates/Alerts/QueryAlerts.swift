/// What is noticed by those who ask: errors and slowness, of the querier and of what it asks.
enum QueryAlerts {
  static func all(for parts: [Part]) -> [AlertRule] {
    // What serves series over gRPC.
    let stores = parts.filter { $0.component != Part.receiveRouter.component }
      .filter { ![Part.compactor, .querier, .queryFrontend].contains($0) }
    return [failing, slow, unanswered, storesFailing(stores), storesSlow(stores)]
  }

  private static let queries =
    Ratio.jobs([.querier, .queryFrontend]) + #",handler=~"query|query_range|query-frontend""#

  private static let failing = AlertRule(
    name: "QueriesFailing",
    expression: Ratio.of("http_requests_total", by: "job", queries, #"code=~"5..""#) + " > 0.05",
    summary: "{{ $labels.job }} answers one query in twenty, or more, with an error.",
    advice: "Its log says what failed: a store that does not answer, a timeout, or memory.",
  )

  private static let slow = AlertRule(
    name: "QueriesSlow",
    expression: Ratio.quantile("0.99", "http_request_duration_seconds", by: "job", queries)
      + " > 60",
    holds: "20m",
    labels: AlertRule.warning,
    summary: "One query in a hundred to {{ $labels.job }} takes more than a minute.",
    advice: "Look at what is asked, at the store gateway's load, and at the bucket's.",
  )

  /// What is called off, because whoever asked has left, is nobody's fault.
  private static let unanswered = AlertRule(
    name: "StoresUnanswered",
    expression: Ratio.of(
      "grpc_client_handled_total",
      by: "job",
      "job=\"\(Part.querier.name)\"",
      #"grpc_code!~"OK|Canceled""#,
    ) + " > 0.05",
    summary: "One question of the querier to its stores in twenty, or more, fails.",
    advice: """
      Answers lack what that store knows. The querier's page Stores says which one it is: a store \
      gateway, receive, or a cluster's sidecar.
      """,
  )

  private static func storesFailing(_ parts: [Part]) -> AlertRule {
    AlertRule(
      name: "StoreFailing",
      expression: Ratio.of(
        "grpc_server_handled_total",
        by: "job",
        Ratio.jobs(parts),
        #"grpc_code=~"Unknown|Internal|Unavailable|DataLoss|DeadlineExceeded|ResourceExhausted""#,
      ) + " > 0.05",
      summary: "{{ $labels.job }} answers one question in twenty, or more, with an error.",
      advice: "Its log says why: the bucket, a limit, or memory.",
    )
  }

  private static func storesSlow(_ parts: [Part]) -> AlertRule {
    AlertRule(
      name: "StoreSlow",
      expression: Ratio.quantile(
        "0.99",
        "grpc_server_handling_seconds",
        by: "job",
        #"\#(Ratio.jobs(parts)),grpc_method="Series""#,
      ) + " > 30",
      holds: "20m",
      labels: AlertRule.warning,
      summary: "One question in a hundred to {{ $labels.job }} takes more than 30 s.",
      advice: "Look at its processor and memory, and at how fast the bucket is.",
    )
  }
}
