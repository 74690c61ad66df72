/// What is noticed of the compactor, without which the bucket grows and queries get slower.
enum CompactorAlerts {
  static let all = [halted, idle, failing]

  private static let job = "job=\"\(Part.compactor.name)\""

  private static let halted = AlertRule(
    name: "CompactorHalted",
    expression: "thanos_compact_halted == 1",
    summary: "The compactor has stopped: the bucket grows, and nothing is deleted from it.",
    advice: """
      Its log names the blocks that overlap or are broken. Mend or mark them, then delete its \
      pod; what comes in and what is asked for is not affected meanwhile.
      """,
  )

  /// It goes through the bucket every few minutes, and for hours where there is much to do; so one
  /// that has just started is given a day.
  private static let idle = AlertRule(
    name: "CompactorIdle",
    expression: """
      sum(increase(thanos_compact_iterations_total{\(job)}[1d])) == 0 \
      and max(time() - process_start_time_seconds{\(job)}) > 86400
      """,
    summary: "The compactor has not once gone through the bucket for a day.",
    advice: """
      Look at its log for what it is at, and at its disk and memory: it may start anew each time at \
      the same block.
      """,
  )

  private static let failing = AlertRule(
    name: "CompactorFailing",
    expression: "sum(rate(thanos_compact_group_compactions_failures_total{\(job)}[30m])) > 0",
    holds: "30m",
    labels: AlertRule.warning,
    summary: "Compactions fail, and are tried again.",
    advice: "Its log says which blocks, and whether disk, memory or the bucket is the reason.",
  )
}
