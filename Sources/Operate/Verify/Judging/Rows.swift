import Fleet
import Metrics
import Templates

/// Rows of an answer that is grouped by the fleet's labels, by the cluster that they give themselves out as.
struct Rows<Row: Sendable>: Sendable {
  private let byName: [String: [Row]]
  private let labels: @Sendable (Row) -> Labels

  init(_ rows: [Row], labels: @escaping @Sendable (Row) -> Labels) {
    self.labels = labels
    byName = Dictionary(grouping: rows) { labels($0)["cluster"] ?? "" }
  }

  /// Those with the cluster's name; where some have all of its labels, these alone.
  func own(_ cluster: ClusterArrivals, of names: [String]) -> [Row] {
    let named = byName[cluster.label] ?? []
    let exact = named.filter { cluster.isBorne(by: labels($0), of: names) }
    return exact.isEmpty ? named : exact
  }

  /// Those with the cluster's name, whatever else they bear.
  func named(_ cluster: ClusterArrivals) -> [Row] { byName[cluster.label] ?? [] }

  /// The names that any row has.
  var names: Set<String> { Set(byName.keys) }

  /// Every row, those of one name together, in the order of the names.
  var all: [Row] { byName.sorted { $0.key < $1.key }.flatMap(\.value) }
}

extension ClusterArrivals {
  /// Whether a series' labels are the ones that the file gives the cluster.
  ///
  /// - `names`: of all labels by which clusters are told apart; one that the cluster does not have must be
  ///   empty, as Prometheus has absent labels.
  func isBorne(by found: Labels, of names: [String]) -> Bool {
    names.allSatisfy { value(of: $0) == (found[$0] ?? "") }
  }

  /// Of the label that the file gives it; empty where it gives it none.
  func value(of name: String) -> String { labels.first { $0.name == name }?.value ?? "" }

  /// The same without regard to `cluster`.
  func isBorneButForName(by found: Labels, of names: [String]) -> Bool {
    let others = names.filter { $0 != "cluster" }
    return !others.isEmpty && isBorne(by: found, of: others)
  }
}

extension Labels {
  /// Those by which clusters are told apart, as the file has them: without empty ones, sorted.
  func identity(of names: [String]) -> [ExternalLabel] {
    names.compactMap { name in
      guard let value = self[name], !value.isEmpty else { return nil }
      return ExternalLabel(name: name, value: value)
    }
  }
}
