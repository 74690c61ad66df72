import Operate

/// What verify has found as text: clusters of which nothing is amiss on as few lines as they take, then each other one with
/// a line a finding and its remedy below it.
struct VerifyText {
  private let report: VerifyReport
  private let style: TextStyle

  /// Nothing is printed yet.
  init(_ report: VerifyReport, style: TextStyle) {
    self.report = report
    self.style = style
  }

  /// Whole lines; the sum is the last.
  var text: String {
    let good = report.clusters.filter { $0.gravity == .well }
    let bad = report.clusters.filter { $0.gravity != .well }
    let folded =
      good.isEmpty
      ? [] : [style.paint(.success, line("ok", VerifyWords.arriving(good, at: report.moment)))]
    let hub = report.hub.isEmpty ? [] : ["\(VerifyWords.hub):"] + lines(report.hub) + [""]
    let all =
      [VerifyWords.opening(report), ""] + folded + (folded.isEmpty ? [] : [""])
      + bad.flatMap { ["\($0.cluster):"] + lines($0.findings) + [""] } + hub
      + [VerifyWords.sum(report)]
    return all.map { "\($0)\n" }.joined()
  }

  private func line(_ state: String, _ words: String) -> String {
    "  \(state.padded(to: 10))\(words)"
  }

  /// The worst first.
  private func lines(_ findings: [VerifyFinding]) -> [String] {
    findings.flatMap { finding -> [String] in
      let state = DoctorWords.state(finding.gravity)
      let title = finding.title == VerifyWords.hub ? "" : finding.title.padded(to: 9)
      let told = style.paint(finding.gravity.paint, line(state, title + finding.words))
      return [told]
        + (finding.remedy.map { [line("", "\("".padded(to: title.count))-> \($0)")] } ?? [])
    }
  }
}
