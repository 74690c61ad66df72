import Fleet

/// How metrics arrive, as columns of the fleet's table.
enum Arrival {
  /// Of the newest sample that a cluster's own Prometheus has of itself.
  static func age(_ pulse: Pulse, _ known: Attribution = .label) -> Table.Column {
    Table.Column(
      "Age of the newest sample",
      Age.ofSamples(pulse.series(FleetTable.chosen), known),
      unit: "s",
    )
  }

  /// Where clusters write, by what their own Prometheus says of it.
  static func receive(_ pulse: Pulse, _ known: Attribution) -> [Table.Column] {
    let sent =
      "prometheus_remote_storage_queue_highest_sent_timestamp_seconds{\(FleetTable.chosen)}"
    let refused =
      "increase(prometheus_remote_storage_samples_failed_total{\(FleetTable.chosen)}[1h])"
    return [
      age(pulse, known),
      Table.Column("Remote-write lag", Age.since(sent, known), unit: "s"),
      Table.Column(
        "Refused samples within an hour",
        "sum by (cluster) (\(known.attributed(refused)))",
        unit: "short",
      ),
    ]
  }

  /// Where sidecars upload.
  static func sidecar(_ pulse: Pulse) -> [Table.Column] {
    let chosen = "{job=\"\(SidecarAlerts.job)\",\(FleetTable.chosen)}"
    return [
      age(pulse),
      Table.Column(
        "Time since the last upload",
        Age.since("thanos_objstore_bucket_last_successful_upload_time\(chosen)"),
        unit: "s",
      ),
      Table.Column(
        "Failed uploads within an hour",
        "sum by (cluster) (increase(thanos_shipper_upload_failures_total\(chosen)[1h]))",
        unit: "short",
      ),
    ]
  }

  /// Where the hub reads.
  ///
  /// - `job`: by which it scrapes the clusters.
  static func federate(_ pulse: Pulse, by job: String) -> [Table.Column] {
    let reads = "{job=\"\(job)\",\(FleetTable.chosen)}"
    return [
      age(pulse),
      Table.Column(
        "Failed reads within an hour",
        "sum by (cluster) (count_over_time(up\(reads)[1h]) - sum_over_time(up\(reads)[1h]))",
        unit: "short",
      ),
      Table.Column(
        "Duration of reading",
        "max by (cluster) (scrape_duration_seconds\(reads))",
        unit: "s",
      ),
      Table.Column(
        "Series read",
        "max by (cluster) (scrape_samples_scraped\(reads))",
        unit: "short",
      ),
    ]
  }

  /// Where collectors write, of which nobody but their logs tells.
  static func collector(_ pulse: Pulse) -> [Table.Column] { [age(pulse)] }
}
