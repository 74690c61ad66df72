import Objects
import Operate
import Plan
import Text

/// What doctor has found as text: a line a finding, below the place where it is, and its remedy below it.
///
/// Clusters of which the same is found are told once; where the words differ, each with the clusters that have them.
struct DoctorText {
  private let report: DoctorReport
  private let style: TextStyle
  private let detail: PlanDetail

  /// Nothing is printed yet.
  init(_ report: DoctorReport, style: TextStyle, detail: PlanDetail) {
    self.report = report
    self.style = style
    self.detail = detail
  }

  /// Whole lines; the sum is the last.
  var text: String {
    let lines = ["Fleet \(report.fleet):", ""] + groups.flatMap(lines) + [DoctorWords.sum(report)]
    return lines.map { "\($0)\n" }.joined()
  }

  /// What is alike in what was found, whatever the words.
  private struct Shape: Hashable {
    let isWhole: Bool
    let codes: [[String]]

    init(_ place: Diagnosis) {
      isWhole = place.cluster == nil
      codes = place.results.map { result in
        [result.check.rawValue] + result.findings.flatMap { [$0.code, "\($0.gravity)"] }
      }
    }
  }

  /// Places of one shape, in the order of the first of each.
  private var groups: [[Diagnosis]] {
    let places = report.places.filter { !$0.results.isEmpty }
    guard detail.folds else { return places.map { [$0] } }
    var order: [Shape: Int] = [:]
    return places.reduce(into: []) { groups, place in
      let shape = Shape(place)
      if let number = order[shape] { return groups[number].append(place) }
      order[shape] = groups.count
      groups.append([place])
    }
  }

  /// Title, findings, and an empty line.
  private func lines(_ group: [Diagnosis]) -> [String] {
    let names = group.compactMap(\.cluster)
    let title = names.count > 1 ? PlanWords.alike(names) : names.first ?? DoctorWords.whole
    let results = group.first?.results ?? []
    return ["\(title):"]
      + results.indices.flatMap { result in
        results[result].findings.indices.flatMap { lines(group, result, $0) }
      } + [""]
  }

  /// One finding of each place of a group.
  private func lines(_ group: [Diagnosis], _ result: Int, _ finding: Int) -> [String] {
    let found = group.map { ($0.cluster ?? "", $0.results[result].findings[finding]) }
    guard let (_, first) = found.first, let check = group.first?.results[result].check else {
      return []
    }
    let state = DoctorWords.state(first.gravity).padded(to: 10)
    let margin = "  \(state)\(check.title.padded(to: 14))"
    let words = SpreadText.lines(spread(found, \.words), detail)
    let remedies = SpreadText.lines(spread(found) { $0.remedy ?? "" }, detail).filter {
      !$0.isEmpty
    }
    let indent = "".padded(to: 26)
    let told = words.enumerated().map { ($0.offset == 0 ? margin : indent) + $0.element }
    return told.map { style.paint(first.gravity.paint, $0) } + remedies.map { "\(indent)-> \($0)" }
  }

  /// The words of each place, with a mark in place of a cluster's own name where that makes them one.
  private func spread(
    _ found: [(String, Finding)],
    _ words: (Finding) -> String,
  ) -> Spread<String> {
    Spread(
      found.map { (cluster: $0.0, value: words($0.1)) },
      naming: { $0.replacing(word: $1, with: ValueMarks.words.cluster) },
    )
  }
}

extension Gravity {
  var paint: TextStyle.Paint {
    switch self {
    case .well: .success
    case .untold: .plain
    case .warning: .modification
    case .error: .problem
    }
  }
}
