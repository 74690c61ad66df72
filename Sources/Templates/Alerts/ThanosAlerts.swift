import JSON

/// What is noticed of the hub's own Thanos.
enum ThanosAlerts {
  static let group = AlertRule.group("fedctl-thanos", [halted, bucketFailing])

  private static let halted = AlertRule(
    name: "CompactorHalted",
    expression: "thanos_compact_halted == 1",
    summary: "The compactor has stopped: the bucket grows, and nothing is deleted from it.",
    advice: """
      Its log names the blocks that overlap or are broken. Mend or mark them, then delete its \
      pod; what comes in and what is asked for is not affected meanwhile.
      """,
  )

  private static let bucketFailing = AlertRule(
    name: "BucketFailing",
    expression: """
      sum by (pod, operation) (rate(thanos_objstore_bucket_operation_failures_total[5m])) > 0
      """,
    summary: "{{ $labels.pod }} cannot {{ $labels.operation }} in the bucket.",
    advice: "Look at the log of the pod: keys, permissions or the network have changed.",
  )
}
