import Diagnostics
import Plan

/// Values of alike clusters: once where they agree, else each with the clusters that have it.
enum SpreadText {
  /// A line for each value; the rest is counted.
  static func lines(_ spread: Spread<String>, _ detail: PlanDetail) -> [String] {
    if let common = spread.common { return [common] }
    let told = spread.shares.prefix(detail.differentValues).map { share in
      "\(share.value)  (\(NameRanges.folded(share.clusters).joined(separator: ", ")))"
    }
    let more = spread.shares.count - told.count
    return more > 0 ? told + [PlanWords.moreValues(more)] : told
  }
}
