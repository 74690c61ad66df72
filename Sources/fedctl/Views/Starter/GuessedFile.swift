import Fleet
import JSON
import Operate
import YAML

/// A fleet file out of what was found on the clusters of a kubeconfig, each guess with its reason above it.
struct GuessedFile {
  /// No comment is longer, indent and all.
  private static let width = 100

  private var lines: [String] = []

  /// The file's text.
  static func text(of guess: FleetGuess) -> String {
    var file = GuessedFile()
    file.write(guess)
    return file.lines.joined(separator: "\n") + "\n"
  }

  private mutating func write(_ guess: FleetGuess) {
    for line in guess.heading { comment(line) }
    lines += ["apiVersion: fedctl.dev/v1alpha1", "kind: Fleet", "name: edge-metrics"]
    comment(guess.topologyWords)
    set("topology", .string(guess.topology.rawValue))
    set("platform", .string(guess.platform.rawValue))
    if let namespace = guess.namespace {
      comment(guess.namespaceWords)
      set("namespace", .string(namespace))
    }
    let starter = Self.starter(guess.topology, guess.platform)
    if starter["bucket"] != nil { write(guess.bucket, guess) }
    comment(guess.hubWords)
    comment(guess.hub.words)
    lines.append("hub:")
    set("context", .string(guess.hub.context), indent: "  ")
    writeNeeded(starter["hub"], guess, indent: "  ")
    lines.append("  grafana: {}")
    lines.append("clusters:")
    for cluster in guess.clusters { write(cluster, guess) }
    if !guess.leftOut.isEmpty { lines.append("") }
    for line in guess.leftOut { comment(line) }
  }

  private mutating func write(_ bucket: FoundBucket?, _ guess: FleetGuess) {
    comment(guess.bucketWords)
    lines.append("bucket:")
    set("name", .string(bucket?.name ?? "my-metrics"), indent: "  ")
    if let region = bucket?.region ?? (bucket == nil ? "us-east-2" : nil) {
      set("region", .string(region), indent: "  ")
    }
    if let endpoint = bucket?.endpoint { set("endpoint", .string(endpoint), indent: "  ") }
    if let prefix = bucket?.prefix { set("prefix", .string(prefix), indent: "  ") }
    if bucket?.isInsecure == true { set("insecure", true, indent: "  ") }
    comment(guess.keysWords, "  ")
    lines.append("  credentials: {fromEnvironment: true}")
  }

  private mutating func write(_ member: FleetGuess.Member, _ guess: FleetGuess) {
    comment(member.words, "  ")
    set("- name", .string(member.name), indent: "  ")
    set("context", .string(member.context), indent: "    ")
    if member.cluster.platform != guess.platform {
      set("platform", .string(member.cluster.platform.rawValue), indent: "    ")
    }
    if let version = member.cluster.openshiftVersion {
      set("openshiftVersion", .string(version), indent: "    ")
    }
    let needed = Self.starter(guess.topology, member.cluster.platform)["clusters"]?[0]
    writeNeeded(needed?.naming(member.name), guess, indent: "    ")
    guard !member.externalLabels.isEmpty else { return }
    if let words = member.labelWords { comment(words, "    ") }
    lines.append("    externalLabels:")
    for (label, value) in member.externalLabels.sorted(by: { $0.key < $1.key }) {
      set(label, .string(value), indent: "      ")
    }
  }

  /// What a file to begin with has for a topology on a platform.
  private static func starter(_ topology: Topology, _ platform: Platform) -> JSON {
    let text = Fleet.starter(topology: topology, platform: platform, heading: "")
    return (try? YAML.document(Array(text.utf8), file: ""))?.json ?? [:]
  }

  /// What no cluster can be asked for and the file has to say, as host names that lead to it.
  private mutating func writeNeeded(_ starter: JSON?, _ guess: FleetGuess, indent: String) {
    for member in starter?.objectValue ?? [:] where !["name", "context"].contains(member.key) {
      comment(guess.neededWords, indent)
      lines += YAML.text([member.key: member.value]).split(separator: "\n").map { indent + $0 }
    }
  }

  /// A key with a value that takes one line.
  private mutating func set(_ key: String, _ value: JSON, indent: String = "") {
    let text = YAML.text([key.replacing("- ", with: ""): value]).split(separator: "\n").first ?? ""
    lines.append(indent + (key.hasPrefix("- ") ? "- " : "") + text)
  }

  /// Folded to the width, below the indent.
  private mutating func comment(_ text: String, _ indent: String = "") {
    var line = "\(indent)#"
    for word in text.split(separator: " ") {
      if line.count + word.count >= Self.width {
        lines.append(line)
        line = "\(indent)#"
      }
      line += " \(word)"
    }
    lines.append(line)
  }
}

extension JSON {
  /// The same with the name of one cluster in place of the starter's.
  fileprivate func naming(_ cluster: String) -> JSON {
    switch self {
    case .string(let text): .string(text.replacing("cluster1", with: cluster))
    case .array(let items): .array(items.map { $0.naming(cluster) })
    case .object(let members):
      .object(JSONObject(members.map { ($0.key, $0.value.naming(cluster)) }))
    default: self
    }
  }
}
