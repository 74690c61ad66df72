/// What is noticed of the bucket, by whichever part uses it.
enum BucketAlerts {
  static let failing = AlertRule(
    name: "BucketFailing",
    expression: """
      sum by (pod, operation) (rate(thanos_objstore_bucket_operation_failures_total[5m])) > 0
      """,
    summary: "{{ $labels.pod }} cannot {{ $labels.operation }} in the bucket.",
    advice: "Look at the log of the pod: keys, permissions or the network have changed.",
  )

  /// Listing and uploading take as long as there is much of it.
  static let slow = AlertRule(
    name: "BucketSlow",
    expression: Ratio.quantile(
      "0.9",
      "thanos_objstore_bucket_operation_duration_seconds",
      by: "job, operation",
      #"operation=~"get|get_range|attributes|exists""#,
    ) + " > 5",
    holds: "20m",
    labels: AlertRule.warning,
    summary:
      "One {{ $labels.operation }} of {{ $labels.job }} in ten takes more than 5 s in the bucket.",
    advice: "Queries over the past wait for it: look at what the object store says of its load.",
  )
}
