import Fleet
import JSON
import Objects

/// Thanos compact: merges, thins out and, in the end, deletes what is in the bucket.
extension ThanosSite {
  /// One pod, which is asked by nobody and so opens no port.
  func compactor() -> [Manifest] {
    let part = Part.compactor
    return [
      storeAccount(part),
      site.headlessService(part.name, of: part, ports: [Thanos.httpPort]),
      compactorWorkload.statefulSet(service: part.name),
    ]
  }

  private var compactorWorkload: Workload {
    let container = Thanos.container(
      .compactor,
      design.compactor.component,
      compactorArguments,
      ports: ["http": 10902],
      environment: store.environment + site.wayOut,
      mounts: [Thanos.data, ObjectStore.mount],
    )
    return Workload(
      .compactor,
      design.compactor.component,
      at: site,
      // Two compactors on one bucket destroy each other's work.
      replicas: 1,
      containers: [container],
      volumes: [store.volume],
      configuration: store.fingerprint,
    )
  }

  /// Without `--wait` it would end after one pass.
  private var compactorArguments: [String] {
    [
      "compact",
      "--wait",
      "--data-dir=\(Thanos.data.path)",
      "--retention.resolution-raw=\(design.compactor.retentionRaw)",
      "--retention.resolution-5m=\(design.compactor.retentionFiveMinutes)",
      "--retention.resolution-1h=\(design.compactor.retentionOneHour)",
      store.argument,
    ] + (design.compactor.downsamples ? [] : ["--downsampling.disable"])
      + copyLabels.map { "--deduplication.replica-label=\($0)" }
  }
}
