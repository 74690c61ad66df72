import Fleet
import JSON
import Objects

/// Who keeps which series, and what is refused: files that receive reads again by itself, so that a
/// change of them replaces no pods.
extension HubSite {
  /// Nothing where one pod keeps everything without limits.
  func receiveConfiguration() -> [Manifest] {
    let data = configurationFiles
    guard !data.isEmpty else { return [] }
    return [
      site.manifest(.configMap, configurationFolder.volume, of: .receive, ["data": .map(data)])
    ]
  }

  /// The hashring, and limits where there are any.
  func configurationMounts(of part: Part) -> [Mount] {
    isWayIn(part) && !configurationFiles.isEmpty ? [configurationFolder] : []
  }

  func configurationVolumes(of part: Part) -> [JSON] {
    configurationMounts(of: part).map { configVolume($0.volume, configMap: $0.volume) }
  }

  static let hashringFile = "hashrings.json"
  static let limitsFile = "limits.yaml"

  var configurationFolder: Mount {
    Mount(volume: "thanos-receive-configuration", path: "/etc/thanos/receive")
  }

  /// By name, as the pods see them.
  private var configurationFiles: [String: String] {
    var files: [String: String] = [:]
    if dealer != nil { files[Self.hashringFile] = hashring.text(.pretty) }
    if let limits = design.receive.limits.configuration {
      files[Self.limitsFile] = limits.text(.pretty)
    }
    return files
  }

  /// Every pod by its own name: what a series is kept by depends on it.
  private var hashring: JSON {
    let pods = (0..<design.receive.component.replicas).map { "\(Part.receive.name)-\($0)" }
    return [["hashring": "default", "endpoints": .list(pods.map(podAddress))]]
  }
}

extension WriteLimits {
  /// As Thanos has it; nil without any limit.
  fileprivate var configuration: JSON? {
    guard !isUnlimited else { return nil }
    func number(_ value: Int?) -> JSON? { value.map { .integer(Int64($0)) } }
    let request = JSON.fields([
      "size_bytes_limit": number(requestBytes),
      "series_limit": number(requestSeries),
      "samples_limit": number(requestSamples),
    ])
    return [
      "write": .fields([
        "global": .fields(["max_concurrency": number(concurrency)]),
        "default": .fields(["request": request]),
      ])
    ]
  }
}
