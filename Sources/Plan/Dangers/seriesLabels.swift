import JSON
import Objects
import Text
import YAML

extension ChangePlan {
  /// Clusters whose series are stored with other labels from then on, those with the same labels together.
  ///
  /// A renamed cluster has another label `cluster`, which is told as what it is.
  var splits: [Danger] {
    let renamed = Set(clusters.filter { $0.formerName != nil }.map(\.name))
    var labels: [String: Set<String>] = [:]
    for change in changes where change.action == .update || change.action == .replace {
      for (cluster, names) in change.relabelled {
        labels[cluster, default: []].formUnion(names)
      }
    }
    labels.merge(rewritten) { told, _ in told }
    for cluster in renamed { labels[cluster]?.remove("cluster") }
    let order = clusters.map(\.name).filter { labels[$0]?.isEmpty == false }
    let byLabels = Dictionary(grouping: order) { labels[$0, default: []] }
    return byLabels.sorted { $0.value[0] < $1.value[0] }.map { names, clusters in
      .splitsSeries(clusters: clusters, labels: names.sorted())
    }
  }

  /// The names of labels that differ where another object begins to write a cluster's series than did so far, as when
  /// the cluster comes to another platform; by cluster.
  private var rewritten: [String: Set<String>] {
    var before: [String: [String: String]] = [:]
    for change in changes where change.isDeparture {
      let cluster = change.reference.cluster
      before[cluster] = before[cluster] ?? change.live?.labelsOfCluster
    }
    var after: [String: [String: String]] = [:]
    for change in changes where change.action == .create || change.action == .adopt {
      let cluster = change.reference.cluster
      guard before[cluster] != nil else { continue }
      after[cluster] = after[cluster] ?? change.desired?.body.labelsOfCluster
    }
    return before.reduce(into: [:]) { changed, former in
      guard let new = after[former.key] else { return }
      changed[former.key] = former.value.differingNames(new)
    }
  }
}

extension Change {
  /// The names of labels that are added to series otherwise than now, by cluster.
  fileprivate var relabelled: [String: Set<String>] {
    guard let live, let desired else { return [:] }
    let before = live.seriesLabels
    // Where nothing was added before, nothing that is stored bears it.
    guard !before.isEmpty else { return [:] }
    let after = desired.body.seriesLabels
    if before.count == 1, after.count == 1 {
      return [reference.cluster: before[0].differingNames(after[0])]
    }
    let former = Dictionary(before.map { ($0["cluster"], $0) }) { first, _ in first }
    return after.reduce(into: [:]) { changed, labels in
      guard let cluster = labels["cluster"], let old = former[cluster] else { return }
      changed[cluster] = old.differingNames(labels)
    }
  }
}

extension [String: String] {
  /// The keys that only one of both has, or that have another value.
  fileprivate func differingNames(_ other: [String: String]) -> Set<String> {
    Set(keys).union(other.keys).filter { self[$0] != other[$0] }
  }
}

extension JSON {
  /// Each set of labels that some part of an object adds to all series that pass it.
  ///
  /// That is Prometheus' external labels, the labels of static targets, relabelling without a source, and
  /// the collector's arguments; in texts of YAML as well.
  fileprivate var seriesLabels: [[String: String]] {
    var found: [[String: String]] = []
    collectLabels(into: &found)
    return found.filter { !$0.isEmpty }
  }

  /// Those of a writer of series, which name the cluster; nil for an object that writes none.
  fileprivate var labelsOfCluster: [String: String]? {
    seriesLabels.first { $0["cluster"] != nil }
  }

  private func collectLabels(into found: inout [[String: String]]) {
    switch self {
    case .object(let members):
      for member in members {
        switch member.key {
        case "externalLabels", "external_labels": found.append(member.value.texts)
        case "staticConfigs", "static_configs":
          found += (member.value.arrayValue ?? []).map { $0["labels"]?.texts ?? [:] }
        default: member.value.collectLabels(into: &found)
        }
      }
    case .array(let elements):
      found.append(Self.relabelled(elements).merging(Self.arguments(elements)) { $1 })
      for element in elements { element.collectLabels(into: &found) }
    case .string(let text): Self.document(text)?.collectLabels(into: &found)
    case .null, .bool, .integer, .double: return
    }
  }

  /// The members that are texts.
  private var texts: [String: String] {
    (objectValue ?? [:]).reduce(into: [:]) { $0[$1.key] = $1.value.stringValue }
  }

  /// What rules without a source set.
  private static func relabelled(_ rules: [JSON]) -> [String: String] {
    rules.reduce(into: [:]) { labels, rule in
      guard (rule["sourceLabels"] ?? rule["source_labels"]) == nil,
        let name = (rule["targetLabel"] ?? rule["target_label"])?.stringValue
      else { return }
      labels[name] = rule["replacement"]?.stringValue
    }
  }

  /// What the collector is told to add: `--label=name="value"`.
  private static func arguments(_ arguments: [JSON]) -> [String: String] {
    arguments.reduce(into: [:]) { labels, argument in
      guard let text = argument.stringValue, text.hasPrefix("--label=") else { return }
      let parts = text.dropFirst("--label=".count).split(separator: "=", maxSplits: 1)
      if parts.count == 2 { labels[String(parts[0])] = String(parts[1]) }
    }
  }

  /// A text that may hold labels as YAML, or as base64 of it; nil for any other.
  private static func document(_ text: String) -> JSON? {
    let plain = text.contains("\n") ? text : Base64.string(of: text)
    guard let plain, plain.mentionsLabels else { return nil }
    return (try? YAML.document(Array(plain.utf8), file: ""))?.json
  }
}

extension String {
  /// Whether it is worth reading for labels.
  fileprivate var mentionsLabels: Bool {
    ["external_labels", "externalLabels", "static_configs", "targetLabel", "target_label"]
      .contains(where: contains)
  }
}
