import Apply
import ArgumentParser
import Diagnostics
import Facts
import Fleet
import Kubernetes
import Operate
import Plan

/// What a run has come to, as facts: each form for machines reads it and words nothing of its own.
struct Report: Sendable {
  /// The command that was run.
  let command: ReportedCommand
  /// How much of a plan is told.
  let detail: PlanDetail
  /// What the fleet file has in the way of errors and warnings.
  var reading: FleetReading?
  /// The last plan that was made; nil where it did not come to one.
  var planned: PlannedRun?
  /// How carrying it out has ended; nil where nothing was carried out.
  var outcome: ApplyOutcome?
  /// What is there and ready; nil but for `status`.
  var status: StatusReport?
  /// What keeps the fleet from working; nil but for `doctor`.
  var diagnosis: DoctorReport?
  /// Whether metrics arrive; nil where nobody has asked.
  var verification: VerifyReport?
  /// What servers advise against.
  var warnings: [APIWarning] = []
  /// What has ended the run before it was done; nil where nothing has.
  var error: (any Error)?
  /// What the shell is told.
  var exitStatus: Int32 = 0

  /// Nothing has been found yet.
  init(_ command: ReportedCommand, _ detail: PlanDetail) {
    self.command = command
    self.detail = detail
  }

  /// What is to be told of the plan, alike clusters together.
  var groups: [ClusterGroup] {
    guard let planned else { return [] }
    return planned.clusters.plan.groups(
      hiding: planned.clusters.live.secretTexts,
      .words,
      tellsNewFields: detail.tellsNewFields,
      folds: detail.folds,
      tellsUnready: planned.purpose == .apply,
    )
  }

  /// The fleet's name, as soon as anything has told it.
  var fleet: String? {
    planned?.clusters.plan.fleet ?? status?.fleet ?? diagnosis?.fleet ?? verification?.fleet
      ?? reading?.fleet?.name
  }
}

/// The commands whose outcome machines can read.
enum ReportedCommand: String, Sendable {
  case plan
  case apply
  case teardown
  case status
  case doctor
  case verify
  case rotate
}

/// A fact as it is told to machines: its code, and the words that people read.
struct ToldFact: Hashable {
  /// nil where what is told is no fact of ours, as an error of the system.
  let code: String?
  /// Whole, and not wrapped; foreign text in it stands as it came.
  let message: String

  init(code: String?, _ message: String) {
    self.code = code
    self.message = message
  }

  init(_ fact: some Fact, _ message: String) {
    self.init(code: fact.code.rawValue, message)
  }
}

extension Report {
  /// Everything that is wrong, what ended the run first.
  var problems: [ToldFact] {
    let ofFile = (reading?.problems ?? []).filter { $0.severity == .error }.map(\.told)
    guard let error, !(error is ExitCode), let words = ErrorWords(error) else { return ofFile }
    let code = (error as? any Fact).map { Self.code(of: $0) }
    guard !words.lines.isEmpty else { return ofFile }
    return [ToldFact(code: code, words.message)] + ofFile
  }

  /// What stops nothing and deserves attention.
  var advice: [ToldFact] {
    (reading?.problems ?? []).filter { $0.severity == .warning }.map(\.told)
      + warnings.map { ToldFact(code: nil, $0.words) }
  }

  /// In what a saved plan is another than what would be done now.
  var deviations: [ToldFact] {
    guard case .stale(let deviations)? = error as? SavedPlanFlaw else { return [] }
    return deviations.map { ToldFact($0, $0.words) }
  }

  private static func code(of fact: some Fact) -> String { fact.code.rawValue }
}

extension FleetProblem {
  /// With its place in the file before it.
  fileprivate var told: ToldFact {
    let diagnostic = diagnostic
    let place = mark.map { "\($0): " } ?? ""
    let words = [diagnostic.summary, diagnostic.detail].filter { !$0.isEmpty }
    return ToldFact(code: code, place + words.joined(separator: ": "))
  }
}

extension ErrorWords {
  /// All lines as one text, without the word that a terminal needs before them.
  fileprivate var message: String {
    let text = lines.joined(separator: "\n")
    return text.hasPrefix("error: ") ? String(text.dropFirst("error: ".count)) : text
  }
}
