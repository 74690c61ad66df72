import Apply
import Facts
import Objects
import Operate
import Plan

/// A report as JUnit's XML, which most CI systems read: what is in order passes, what is not fails by its code.
struct ReportJUnit {
  private let report: Report

  init(_ report: Report) { self.report = report }

  /// One case: something that is in order, or why it is not.
  struct Case {
    /// What has come of it.
    enum Verdict {
      case passed
      /// It is known what is wrong with it.
      case failed(ToldFact)
      /// It could not be found out.
      case erred(ToldFact)
      case skipped
    }

    /// The cluster; empty for the run as a whole.
    let cluster: String
    let name: String
    let verdict: Verdict
  }

  /// A whole document.
  var text: String {
    let suites = Dictionary(grouping: cases, by: \.cluster)
    let order = cases.map(\.cluster).reduce(into: [String]()) { names, name in
      if names.last != name, !names.contains(name) { names.append(name) }
    }
    let all = order.map { suite($0, suites[$0] ?? []) }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites\(attribute("name", title))\(counts(cases))>
      \(all)</testsuites>

      """
  }

  private var title: String {
    ["fedctl", report.command.rawValue, report.fleet].compactMap(\.self).joined(separator: " ")
  }

  private var cases: [Case] {
    let whole = report.problems.map(Case.Verdict.erred)
    let run = (whole.isEmpty ? [.passed] : whole).map {
      Case(cluster: "", name: report.command.rawValue, verdict: $0)
    }
    if let status = report.status { return run + status.cases }
    if let diagnosis = report.diagnosis { return run + diagnosis.cases }
    let verified = report.verification?.cases ?? []
    guard let planned = report.planned else { return run + verified }
    return run + planned.clusters.plan.cases(after: report.outcome) + verified
  }

  // MARK: Writing

  private func suite(_ cluster: String, _ cases: [Case]) -> String {
    let lines = cases.map(text).joined()
    let name = attribute("name", cluster.isEmpty ? "fedctl" : cluster)
    return "  <testsuite\(name)\(counts(cases))>\n\(lines)  </testsuite>\n"
  }

  private func text(of one: Case) -> String {
    let suite = one.cluster.isEmpty ? "fedctl" : one.cluster
    let start = "    <testcase\(attribute("classname", suite))\(attribute("name", one.name))"
    return switch one.verdict {
    case .passed: "\(start)/>\n"
    case .skipped: "\(start)><skipped/></testcase>\n"
    case .failed(let fact): "\(start)>\(element("failure", fact))</testcase>\n"
    case .erred(let fact): "\(start)>\(element("error", fact))</testcase>\n"
    }
  }

  private func element(_ name: String, _ fact: ToldFact) -> String {
    let code = attribute("type", fact.code ?? "error")
    let first = fact.message.split(separator: "\n").first.map(String.init) ?? ""
    return "<\(name)\(code)\(attribute("message", first))>\(XMLSafe.text(fact.message))</\(name)>"
  }

  private func attribute(_ name: String, _ value: String) -> String {
    " \(name)=\"\(XMLSafe.text(value))\""
  }

  private func counts(_ cases: [Case]) -> String {
    let failed = cases.count { if case .failed = $0.verdict { true } else { false } }
    let erred = cases.count { if case .erred = $0.verdict { true } else { false } }
    let skipped = cases.count { if case .skipped = $0.verdict { true } else { false } }
    return attribute("tests", "\(cases.count)") + attribute("failures", "\(failed)")
      + attribute("errors", "\(erred)") + attribute("skipped", "\(skipped)")
  }
}

extension StatusReport {
  /// The cluster, then each of its objects.
  fileprivate var cases: [ReportJUnit.Case] {
    order.flatMap { name -> [ReportJUnit.Case] in
      switch status.clusters[name] {
      case nil: []
      case .unknown(let reason): [.cluster(name, unknown: reason)]
      case .reached(let objects):
        [.cluster(name, unknown: nil)]
          + objects.map { object in
            let fact = object.readiness.reason.map { ToldFact($0, $0.words) }
            return .object(object.object, fact.map(ReportJUnit.Case.Verdict.failed) ?? .passed)
          }
      }
    }
  }
}

extension ChangePlan {
  /// Each cluster, then each object that is changed or kept from it; with an outcome, what has come of it.
  fileprivate func cases(after outcome: ApplyOutcome?) -> [ReportJUnit.Case] {
    let told = changes.filter { $0.action != .none || !$0.obstacles.isEmpty }
    let byCluster = Dictionary(grouping: told, by: \.reference.cluster)
    return clusters.flatMap { cluster -> [ReportJUnit.Case] in
      var unknown: UnknownCluster?
      if case .unknown(let reason) = cluster.condition { unknown = reason }
      return [.cluster(cluster.name, unknown: unknown)]
        + (byCluster[cluster.name] ?? []).map { .object($0.reference, $0.verdict(after: outcome)) }
    }
  }
}

extension Change {
  fileprivate func verdict(after outcome: ApplyOutcome?) -> ReportJUnit.Case.Verdict {
    if let error = outcome?.failed[reference] ?? outcome?.unready[reference] {
      return .failed(ToldFact(error, error.words))
    }
    if let obstacle = obstacles.first { return .failed(ToldFact(obstacle, obstacle.words)) }
    guard let outcome else { return .passed }
    return outcome.done[reference] == nil ? .skipped : .passed
  }
}

extension ReportJUnit.Case {
  fileprivate static func cluster(_ name: String, unknown: UnknownCluster?) -> Self {
    if unknown?.isWanted == true { return Self(cluster: name, name: name, verdict: .skipped) }
    let fact = unknown.map { ToldFact($0, $0.words) }
    return Self(cluster: name, name: name, verdict: fact.map(Verdict.erred) ?? .passed)
  }

  fileprivate static func object(_ object: ObjectReference, _ verdict: Verdict) -> Self {
    Self(cluster: object.cluster, name: object.localDescription, verdict: verdict)
  }
}
