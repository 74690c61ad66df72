import Fleet
import JSON
import Objects

extension ScrapeJob {
  /// As Prometheus' own configuration has it.
  ///
  /// Its name there cannot be that of a job of the fleet's; the label is what the fleet file says.
  var json: JSON {
    JSON.fields([
      "job_name": .string("own/\(name)"),
      "scheme": isEncrypted ? "https" : nil,
      "metrics_path": .string(path),
      "scrape_interval": .string(interval),
      "static_configs": [staticTargets],
      "relabel_configs": [["target_label": "job", "replacement": .string(name)]],
    ]).merging(access.configuration(AccessVolume.ofScrapeJobs.files))
  }

  fileprivate var staticTargets: JSON {
    .fields([
      "targets": .list(targets),
      "labels": labels.isEmpty ? nil : JSON.map(labels),
    ])
  }
}

extension Site {
  /// For a monitoring stack, which has no room for jobs of one's own but takes ScrapeConfigs.
  func stackScrapeJobs(of cluster: ManagedCluster) -> [Manifest] {
    cluster.scrapeJobs.map { job in
      let spec: JSON = [
        "jobName": .string(job.name),
        "scheme": job.isEncrypted ? "HTTPS" : "HTTP",
        "metricsPath": .string(job.path),
        "scrapeInterval": .string(job.interval),
        "staticConfigs": [job.staticTargets],
      ]
      return manifest(
        .stackScrapeConfig,
        "own-\(job.name)",
        of: .prometheus,
        ["spec": spec.merging(job.access.json)],
      )
    }
  }
}
