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
    case let diagnostic as Diagnostic: lines = [Excerpt(diagnostic).description]
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
    case let error as CredentialSourceError: lines = ["error: \(error.description)"]
    case let error as S3Error: lines = ["error: \(error.description)"]
    case let error as BucketAccessError: lines = ["error: \(error.description)"]
    default: return nil
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
