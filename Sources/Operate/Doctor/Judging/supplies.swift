import Objects
import Plan

/// Whether what the fleet names and does not make is there.
extension ClusterExam {
  /// Nothing where nothing of that kind is named, or its namespace is not there yet.
  var supplies: [Finding] {
    let stocks = live.supplies.filter { $0.key.cluster == cluster }.sorted { $0.key < $1.key }
      .flatMap { user, stocks in stocks.map { (user: user, stock: $0) } }
    let lacks = stocks.compactMap { user, stock in stock.lack.map { (user: user, lack: $0) } }
    let missing = Dictionary(grouping: lacks) { $0.lack.supply.description }
      .sorted { $0.key < $1.key }.compactMap { _, lacks -> SupplyFinding? in
        guard var lack = lacks.first?.lack else { return nil }
        lack.supply = lacks.dropFirst().reduce(lack.supply) { $0.joined($1.lack.supply) }
        return .lacks(lack, lacks.map(\.user))
      }
    let untold = stocks.compactMap { _, stock -> Supply? in
      if case .untold(let supply) = stock { supply } else { nil }
    }
    let held = stocks.compactMap { _, stock -> String? in
      if case .held(let supply) = stock { supply.description } else { nil }
    }
    var found = missing
    if !untold.isEmpty { found.append(.suppliesUntold(once(untold))) }
    if found.isEmpty, !held.isEmpty { found.append(.hasSupplies(Set(held).count)) }
    return found.map(Finding.supply)
  }

  /// Each object once, sorted.
  private func once(_ supplies: [Supply]) -> [Supply] {
    Dictionary(supplies.map { ($0.description, $0) }) { $0.joined($1) }
      .sorted { $0.key < $1.key }.map(\.value)
  }
}
