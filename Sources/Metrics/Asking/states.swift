import JSON

extension MetricsAPI {
  /// What a Prometheus has in the memory part of its database, and which families take most of it.
  package func database() async throws(MetricsFailure) -> Answered<DatabaseStatus> {
    try await ask(MetricsQuestion(path: "status/tsdb")) { data throws(MetricsFlaw) in
      try DatabaseStatus(reading: data)
    }
  }

  /// What a Prometheus scrapes, and how that went the last time; without what it has dropped.
  package func targets() async throws(MetricsFailure) -> Answered<[ScrapeTarget]> {
    let question = MetricsQuestion(path: "targets", parameters: [("state", "active")])
    return try await ask(question) { data throws(MetricsFlaw) in
      guard let items = data["activeTargets"]?.arrayValue else { throw .otherData(found: nil) }
      return items.map(ScrapeTarget.init(reading:))
    }
  }

  /// The stores that a Thanos querier asks, with what each has; a Prometheus knows no such question (404).
  package func stores() async throws(MetricsFailure) -> Answered<[StoreEndpoint]> {
    try await ask(MetricsQuestion(path: "stores")) { data throws(MetricsFlaw) in
      guard let kinds = data.objectValue else { throw .otherData(found: nil) }
      return kinds.flatMap { kind in
        (kind.value.arrayValue ?? []).map { StoreEndpoint(reading: $0, kind: kind.key) }
      }
    }
  }

  /// The groups of rules that a Prometheus, a ruler or a querier in front of rulers has loaded.
  package func rules() async throws(MetricsFailure) -> Answered<[RuleGroup]> {
    try await ask(MetricsQuestion(path: "rules")) { data throws(MetricsFlaw) in
      guard let items = data["groups"]?.arrayValue else { throw .otherData(found: nil) }
      return items.map(RuleGroup.init(reading:))
    }
  }
}
