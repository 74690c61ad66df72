import Fleet
import JSON

/// A key of a Secret or a ConfigMap of the user's own, as a file of Prometheus' pods.
///
/// What stands in Prometheus' own configuration names files where an operator's resources name Secrets, and no
/// secret's text may stand there.
struct AccessFile: Hashable {
  /// What has the key; the word that a projected volume has for it.
  enum Owner: String {
    case secret, configMap
  }

  let owner: Owner
  let key: SecretKey

  /// Where all of them are.
  static let mount = Mount(volume: "scrape-access", path: "/etc/prometheus/scrape-access")

  /// Where Prometheus reads it.
  var path: String { "\(Self.mount.path)/\(place)" }

  private var place: String { "\(owner.rawValue)/\(key.name)/\(key.key)" }

  /// What is not there keeps its job from being scraped, and nothing else: a pod would wait for it without end.
  private var source: JSON {
    [
      owner.rawValue: [
        "name": .string(key.name),
        "items": [["key": .string(key.key), "path": .string(place)]],
        "optional": true,
      ]
    ]
  }

  /// One volume with all of them, each once; none where there are none.
  static func volumes(_ files: [AccessFile]) -> [JSON] {
    var seen: Set<AccessFile> = []
    let sources = files.filter { seen.insert($0).inserted }.map(\.source)
    guard !sources.isEmpty else { return [] }
    return [["name": .string(mount.volume), "projected": ["sources": .array(sources)]]]
  }
}

extension ManagedCluster {
  /// What the pods of its Prometheus need so that scrape jobs find the files that they name.
  var accessVolumes: [JSON] { AccessFile.volumes(scrapeJobs.flatMap(\.access.files)) }

  /// The same, as Prometheus' container has it.
  var accessMounts: [JSON] { accessVolumes.isEmpty ? [] : [AccessFile.mount.json] }
}
