import Foundation
import JSON
import Objects
import YAML

/// What the Prometheus operator makes of rendered objects, as far as these use it.
struct OperatorConfiguration {
  private let prometheus: JSON
  let manifests: [Manifest]
  let values: [PendingValue: String]
  let authorityFile: String

  /// `values` stands in for what apply would look up; `authorityFile` is where the operator would
  /// put the authority that a job names.
  init(
    of cluster: String,
    in manifests: [Manifest],
    values: [PendingValue: String] = [:],
    authorityFile: String = "/etc/prometheus/certs/ca.crt",
  ) throws {
    self.authorityFile = authorityFile
    self.manifests = manifests.filter { $0.reference.cluster == cluster }
    self.values = values
    let resource = self.manifests.first { $0.reference.kind == .prometheus }
    prometheus = resource?.body["spec"] ?? [:]
  }

  /// The values with which every load balancer leads to this machine.
  static func loopback(_ manifests: [Manifest]) -> [PendingValue: String] {
    let jobs = manifests.filter { $0.reference.kind == .scrapeConfig }
    let values = jobs.flatMap(\.bindings).flatMap(\.values)
    return Dictionary(values.map { ($0, "127.0.0.1") }) { $1 }
  }

  /// A field of ours that the operator would need and this stand-in does not know.
  struct Untranslated: Error {
    let field: String
  }

  /// `prometheus.yml`, with the rule files by name.
  func configuration(ruleFiles: [String] = []) throws -> JSON {
    let labels = prometheus["externalLabels"] ?? [:]
    return [
      "global": [
        "scrape_interval": prometheus["scrapeInterval"] ?? "30s",
        "evaluation_interval": "30s", "external_labels": labels,
      ],
      "rule_files": .array(ruleFiles.map(JSON.string)),
      "scrape_configs": .array(try jobs() + additionalJobs()),
    ]
  }

  private func jobs() throws -> [JSON] {
    try manifests.filter { $0.reference.kind == .scrapeConfig }.map { manifest in
      let reference = manifest.reference
      let name = "scrapeConfig/\(reference.namespace ?? "")/\(reference.name)"
      var job: JSONObject = [
        "job_name": .string(name),
        "relabel_configs": [
          ["source_labels": ["job"], "target_label": "__tmp_prometheus_job_name"]
        ],
      ]
      for field in try manifest.resolved(values)["spec"]?.objectValue ?? [:] {
        let (key, value) = try translated(field)
        job[key] = value
      }
      return .object(job)
    }
  }

  private func translated(_ field: JSONObject.Member) throws -> (String, JSON) {
    switch (field.key, Self.names[field.key]) {
    case (_, let name?): return (name, field.value)
    case ("scheme", _): return ("scheme", .string(field.value.stringValue?.lowercased() ?? ""))
    case ("tlsConfig", _):
      return (
        "tls_config",
        ["ca_file": .string(authorityFile), "server_name": field.value["serverName"] ?? ""],
      )
    default: throw Untranslated(field: field.key)
    }
  }

  private static let names = [
    "metricsPath": "metrics_path", "honorLabels": "honor_labels", "params": "params",
    "scrapeInterval": "scrape_interval", "scrapeTimeout": "scrape_timeout",
    "staticConfigs": "static_configs",
  ]

  private func additionalJobs() throws -> [JSON] {
    guard let selector = prometheus["additionalScrapeConfigs"],
      let name = selector["name"]?.stringValue, let key = selector["key"]?.stringValue,
      let secret = manifests.first(where: {
        $0.reference.kind == .secret && $0.reference.name == name
      }),
      let data = Data(base64Encoded: secret.body["data"]?[key]?.stringValue ?? "")
    else { return [] }
    let jobs = try YAML.document([UInt8](data), file: key)?.json.arrayValue ?? []
    return jobs.map(\.withoutDiscovery)
  }
}

extension JSON {
  /// A job without the discovery of nodes: Debian's Prometheus is built without Kubernetes.
  fileprivate var withoutDiscovery: JSON {
    guard var members = objectValue, members["kubernetes_sd_configs"] != nil else { return self }
    members["kubernetes_sd_configs"] = nil
    members["static_configs"] = []
    return .object(members)
  }

  /// The configuration with every job scraped each second: nobody wants to wait a minute.
  func quickened() -> JSON {
    let jobs = (self["scrape_configs"]?.arrayValue ?? []).map { job in
      job.merging(["scrape_interval": "1s", "scrape_timeout": "1s"])
    }
    return merging([
      "global": ["scrape_interval": "1s", "scrape_timeout": "1s"],
      "scrape_configs": .array(jobs),
    ])
  }
}
