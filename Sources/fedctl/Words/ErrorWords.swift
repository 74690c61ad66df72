import Apply
import Diagnostics
import Facts
import Fleet
import Kubernetes
import ObjectStore
import Objects
import Operate
import Plan
import SystemPackage
import Text
import Usage

/// An error that ends a command, in words: what, where, why, and what to do next.
struct ErrorWords {
  let lines: [String]

  /// nil for an error that is not ours to word, as the argument parser's.
  init?(_ error: any Error) {
    guard let lines = Self.ofFiles(error) ?? Self.ofClusters(error) ?? Self.ofBuckets(error) else {
      return nil
    }
    self.lines = lines
  }

  /// Of output that could not be written; the system's own words say why.
  static func unprinted(_ cause: Errno) -> String { "the output cannot be written: \(cause)" }

  /// What is wrong with something that a person wrote or chose.
  private static func ofFiles(_ error: any Error) -> [String]? {
    switch error {
    case is FleetFile.Flawed: []
    case let problem as FileProblem: lines(of: problem)
    case let problem as SessionProblem: lines(problem.diagnostic)
    case let problem as BundleProblem: lines(problem.diagnostic)
    case let problem as FleetProblem: lines(problem.diagnostic)
    case let error as KubeconfigError: ["error: \(error.words)"]
    case let problem as SurveyProblem: lines(problem.diagnostic)
    case let problem as UsageProblem: lines(problem.diagnostic)
    case let failure as UsageFailure: lines(failure.diagnostic)
    case let problem as DemoProblem: lines(problem.diagnostic)
    default: nil
    }
  }

  private static func lines(_ diagnostic: Diagnostic) -> [String] {
    [Excerpt(diagnostic, hiding: Console.secrets.redact).description]
  }

  /// A fleet file is counted as `validate` counts it, even where there is none.
  private static func lines(of problem: FileProblem) -> [String] {
    let words = Excerpt(problem.diagnostic, hiding: Console.secrets.redact).description
    guard problem.role == .fleetFile, problem.work == .reading else { return [words] }
    return [words + "\n", "\(Printable.text(problem.path)): \(Count(1, "error"))"]
  }

  /// What clusters, or whoever works on them, have against it.
  private static func ofClusters(_ error: any Error) -> [String]? {
    switch error {
    case let refusal as ApprovalRefusal: refusal.lines
    case let refusal as FleetLease.Refusal:
      ["error: \(refusal.words)"] + (refusal.remedy.map { ["  \($0)"] } ?? [])
    case let error as KubernetesError: ["error: \(error.words)"]
    case let error as ApplyError: ["error: \(error.words)"]
    case let cycle as DependencyCycle: ["error: \(cycle.words)"]
    case let flaw as SavedPlanFlaw: flaw.lines
    default: nil
    }
  }

  /// What the bucket or its keys have against it.
  private static func ofBuckets(_ error: any Error) -> [String]? {
    switch error {
    case let error as CredentialSourceError: ["error: \(error.words)"]
    case is FleetRun.BucketNotReady:
      ["error: nothing is applied while the bucket is not in order, see above"]
    case let refusal as PurgeRefusal: refusal.lines
    case let error as S3Error: ["error: \(error.words)"]
    case let problem as BucketAccessProblem: ["error: \(problem.words)"]
    default: nil
    }
  }
}
