import Apply
import Diagnostics
import Fleet
import Kubernetes
import Manifest
import ObjectStore
import Plan
import Templates

/// An error that ends a command, in words: what, where, why, and what to do next.
struct ErrorWords {
  let lines: [String]

  /// nil for an error that is not ours to word, as the argument parser's.
  init?(_ error: any Error) {
    switch error {
    case let problem as FleetFile.Problem: lines = problem.lines
    case let error as KubeconfigError: lines = ["error: \(error.description)"]
    case let errors as PatchErrors: lines = errors.errors.map { "error: \($0.description)" }
    case let refusal as Approval.Refusal: lines = refusal.lines
    case let refusal as FleetLease.Refusal:
      lines = ["error: \(refusal.text)", "  Wait until it has finished, then run apply again."]
    case let error as KubernetesError: lines = ["error: \(error.description)"]
    case let cycle as DependencyCycle:
      lines = [
        "error: objects wait for each other: "
          + cycle.objects.map(\.description).joined(separator: " -> ")
      ]
    case let error as CredentialLookupError: lines = ["error: \(error.description)"]
    default: return nil
    }
  }
}

extension FleetFile.Problem {
  fileprivate var lines: [String] {
    switch self {
    case .missing(let path):
      [
        "error: there is no fleet file \(path)",
        "  Write one with `fedctl init`, or name another with --file.",
      ]
    case .unreadable(let path, let reason):
      ["error: the fleet file \(path) cannot be read: \(reason)"]
    case .directory(let path):
      ["error: \(path) is a folder", "  Name the fleet file in it with --file."]
    case .tooLarge(let path):
      ["error: \(path) is larger than \(FleetFile.maximumSize >> 10) KiB, so it is no fleet file"]
    case .invalid(let diagnostics, let lines):
      diagnostics.flatMap { [Excerpt($0, lines: lines).text(TextStyle(isColoured: false)), ""] }
        + [Count(diagnostics.count, "problem").description]
    }
  }
}

extension Approval.Refusal {
  fileprivate var lines: [String] {
    switch self {
    case .noTerminal:
      [
        "error: nobody can be asked: standard input is no terminal",
        "  Read the plan, then apply it with --yes.",
      ]
    case .declined: ["error: not approved, nothing has been changed"]
    }
  }
}
