import JSON
import Objects
import Templates
import TestSupport
import YAML

/// Every object of an example; the bundles that it names are at hand.
func render(_ example: Example) throws -> [Manifest] {
  try render(example.fleet, example.bundles).manifests
}

/// What differs between two renderings, an entry for each object: in the order of the old, with
/// what is new at the end.
func differences(from old: [Manifest], to new: [Manifest]) -> [String] {
  let before = Dictionary(uniqueKeysWithValues: old.map { ($0.reference, $0) })
  let after = Dictionary(uniqueKeysWithValues: new.map { ($0.reference, $0) })
  let kept = old.compactMap { manifest -> String? in
    guard let changed = after[manifest.reference] else { return "removed \(manifest.reference)" }
    guard changed.golden != manifest.golden else { return nil }
    let lines = unifiedDifference(from: manifest.text, to: changed.text)
    return "changed \(manifest.reference)\n\(lines)"
  }
  let added = new.filter { before[$0.reference] == nil }
  return kept + added.map { "added \($0.reference)\n\($0.text)" }
}

extension Manifest {
  /// The object as `fedctl render` prints it, with a line for each panel of a dashboard.
  var golden: String { "---\n# \(reference)\n\(YAML.text(shortened))" }

  /// Without the line break at the end.
  fileprivate var text: String { String(YAML.text(shortened).dropLast()) }

  private var shortened: JSON {
    guard let data = preview["data"]?.objectValue else { return preview }
    let texts = data.map {
      ($0.key, $0.value.stringValue.flatMap(shortDashboard).map(JSON.string) ?? $0.value)
    }
    return preview.merging(["data": .object(JSONObject(texts))])
  }
}

/// What Grafana shows, with nothing left out but line breaks; nil for any other text.
private func shortDashboard(_ text: String) -> String? {
  guard let dashboard = try? JSON(parsing: text).objectValue,
    let panels = dashboard["panels"]?.arrayValue
  else { return nil }
  let head = JSONObject(dashboard.filter { $0.key != "panels" }.map { ($0.key, $0.value) })
  return ([JSON.object(head)] + panels).map { $0.text() + "\n" }.joined()
}

extension Example {
  /// The path of the file with every object of one cluster.
  func golden(of cluster: String) -> String { "\(name)/\(cluster).yaml" }

  /// The path of the file with what differs from the example that this one is a turn of.
  var goldenDifference: String {
    let words = name.split { !$0.isLetter && $0 != "'" }.map { $0.replacing("'", with: "") }
    return "\(baseName ?? "")/\(words.joined(separator: "-")).diff"
  }
}
