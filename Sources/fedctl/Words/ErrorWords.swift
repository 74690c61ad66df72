import Apply
import Diagnostics
import Facts
import Fleet
import Kubernetes
import ObjectStore
import Objects
import Plan
import Templates

/// An error that ends a command, in words: what, where, why, and what to do next.
struct ErrorWords {
  let lines: [String]

  /// nil for an error that is not ours to word, as the argument parser's.
  init?(_ error: any Error) {
    switch error {
    case let diagnostic as Diagnostic: lines = [Excerpt(diagnostic).description]
    case let error as KubeconfigError: lines = ["error: \(error.words)"]
    case let errors as PatchErrors: lines = errors.errors.map { "error: \($0.description)" }
    case let refusal as Approval.Refusal: lines = refusal.lines
    case let refusal as FleetLease.Refusal:
      lines = ["error: \(refusal.text)", "  Wait until it has finished, then run this again."]
    case let error as KubernetesError: lines = ["error: \(error.words)"]
    case let cycle as DependencyCycle:
      lines = [
        "error: objects wait for each other: "
          + cycle.objects.map(\.description).joined(separator: " -> ")
      ]
    case let error as CredentialSourceError: lines = ["error: \(error.description)"]
    case is Application.BucketNotReady:
      lines = ["error: nothing is applied while the bucket is not in order, see above"]
    case let refusal as PurgeRefusal: lines = refusal.lines
    case let error as S3Error: lines = ["error: \(error.description)"]
    case let error as BucketAccessError: lines = ["error: \(error.description)"]
    default: return nil
    }
  }
}

extension Approval.Refusal {
  fileprivate var lines: [String] {
    switch self {
    case .noTerminal(let question):
      [
        "error: nobody can be asked: standard input is no terminal", "  \(question.remedy)",
      ]
    case .declined: ["error: not approved, nothing has been changed"]
    }
  }
}

extension PurgeRefusal {
  fileprivate var lines: [String] {
    switch self {
    case .otherFleet(let name):
      [
        "error: the bucket belongs to fleet \(name) by its tag \(S3Client.fleetTag); "
          + "nothing has been changed",
        "  Tear that fleet down instead, or leave --purge-bucket out.",
      ]
    case .untagged:
      [
        "error: the bucket has no tag \(S3Client.fleetTag): fedctl has not made it; "
          + "nothing has been changed",
        "  If its metrics are this fleet's alone, pass --dangerous-purge-untagged.",
      ]
    case .tagsUnreadable(let reason):
      [
        "error: whose the bucket is cannot be read, so it is not purged: \(reason)",
        "  Grant s3:GetBucketTagging, then run it again.",
      ]
    case .objectLock:
      [
        "error: the bucket has Object Lock: versions in it may refuse to be deleted before their time",
        "  Wait until their retention has ended or lift it, switch the lock's default off, and "
          + "delete with a tool that may bypass governance.",
      ]
    case .foreignKeys(let count, let keys):
      [
        "error: \(Count(count, "key")) in the bucket that Thanos does not write, as "
          + "\(Sentence.some(keys.map(Printable.text))); nothing has been changed",
        "  Move them away, give the fleet a prefix of its own, or pass --keep-foreign.",
      ]
    }
  }
}
