import Fleet
import JSON
import Manifest

/// Who keeps which series, and what is refused: files that receive reads again by itself, so that a
/// change of them replaces no pods.
extension HubSite {
  /// The part that takes requests.
  var front: Part { design.receive.router == nil ? .receive : .receiveRouter }

  func isFront(_ part: Part) -> Bool { part == front }

  /// The part that deals series out to receive's pods; nil where there is one pod, which keeps all.
  var dealer: Part? {
    design.receive.router == nil && design.receive.component.replicas == 1 ? nil : front
  }

  /// What the part that takes requests is told beside where to listen.
  func frontArguments(of part: Part) -> [String] {
    guard isFront(part) else { return [] }
    let files = configurationFolder.path
    var arguments: [String] = []
    if dealer != nil {
      arguments += [
        "--receive.hashrings-file=\(files)/\(Self.hashringFile)",
        "--receive.hashrings-algorithm=ketama",
        "--receive.replication-factor=\(design.receive.replicationFactor)",
      ]
    }
    if !design.receive.limits.isUnlimited {
      arguments.append("--receive.limits-config-file=\(files)/\(Self.limitsFile)")
    }
    if design.receive.tenancy == .cluster {
      arguments.append("--receive.tenant-header=\(Self.identityHeader)")
    }
    return arguments
  }

  /// What the proxy says whom a request is from, whatever the request itself says.
  static let identityHeader = "X-Forwarded-User"

  /// The address of one pod, which stays the same as long as there is such a pod.
  func podAddress(_ pod: String) -> String {
    "\(pod).\(ThanosSite.receivePods).\(namespace).svc:10901"
  }
}

/// The ConfigMap with these files.
extension HubSite {
  func receiveConfiguration() -> [Manifest] {
    let data = configurationFiles
    guard !data.isEmpty else { return [] }
    return [
      site.manifest(.configMap, configurationFolder.volume, of: .receive, ["data": .map(data)])
    ]
  }

  func configurationMounts(of part: Part) -> [Mount] {
    isFront(part) && !configurationFiles.isEmpty ? [configurationFolder] : []
  }

  func configurationVolumes(of part: Part) -> [JSON] {
    configurationMounts(of: part).map { configVolume($0.volume, configMap: $0.volume) }
  }

  private static let hashringFile = "hashrings.json"
  private static let limitsFile = "limits.yaml"

  private var configurationFolder: Mount {
    Mount(volume: "thanos-receive-configuration", path: "/etc/thanos/receive")
  }

  private var configurationFiles: [String: String] {
    var files: [String: String] = [:]
    if dealer != nil { files[Self.hashringFile] = hashring.text(.pretty) }
    if let limits = design.receive.limits.configuration {
      files[Self.limitsFile] = limits.text(.pretty)
    }
    return files
  }

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
