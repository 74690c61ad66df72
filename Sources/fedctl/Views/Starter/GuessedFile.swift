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
    write(guess.bucket, guess)
    comment(guess.hubWords)
    comment(guess.hub.words)
    lines.append("hub:")
    set("context", .string(guess.hub.context), indent: "  ")
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
    guard !member.externalLabels.isEmpty else { return }
    if let words = member.labelWords { comment(words, "    ") }
    lines.append("    externalLabels:")
    for (label, value) in member.externalLabels.sorted(by: { $0.key < $1.key }) {
      set(label, .string(value), indent: "      ")
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
