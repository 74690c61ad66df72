import Diagnostics
import Facts
import Fleet
import FoundationEssentials
import Operate

extension SessionProblem {
  /// With what there is in place of what was asked for.
  var diagnostic: Diagnostic {
    switch self {
    case .unknownCluster(let name, let known):
      Diagnostic(
        .error,
        "unknown cluster",
        detail: "The fleet has no cluster `\(name)`.",
        remedy: "Name \(Sentence.or(known)).",
      )
    case .unknownManagedCluster(let name, let known):
      Diagnostic(
        .error,
        "unknown cluster",
        detail: "The fleet file has no managed cluster `\(name)`.",
        remedy: "Name one of \(Sentence.or(known)).",
      )
    case .unknownGroup(let name, let known):
      Diagnostic(
        .error,
        "unknown group",
        detail: "No cluster of the fleet is in a group `\(name)`.",
        remedy: known.isEmpty
          ? "Clusters name their groups under `groups`." : "Name \(Sentence.or(known)).",
      )
    case .unknownKey(let name, let like):
      Diagnostic(
        .error,
        "unknown key",
        detail: "The fleet file has no key `\(name)`, and no cluster of this name.",
        remedy: like.isEmpty
          ? "`fedctl explain` lists the keys at the top of the file."
          : "Did you mean \(Sentence.or(like))?",
      )
    case .noBucket(let topology):
      Diagnostic(
        .error,
        "no bucket",
        detail: "A fleet with `topology: \(topology)` keeps nothing in a bucket.",
        remedy: "Leave `--purge-bucket` out.",
      )
    case .unknownObject(let object):
      Diagnostic(
        .error,
        "unknown object",
        detail: "The plan has no object `\(object)` where it was looked for.",
        remedy: "Name one as `KIND/NAME`; `fedctl plan --full` names them all.",
      )
    case .renamedBeside(let before, let after):
      Diagnostic(
        .error,
        "renamed cluster",
        detail:
          "Cluster `\(before)` is called `\(after)` now, and that is not part of what was chosen.",
        remedy: "Add `--cluster \(after)`, or apply the whole fleet first.",
      )
    }
  }
}

extension BucketAccessProblem {
  /// What would go wrong later, and what to do now.
  var words: String {
    switch self {
    case .passing(let source, let end):
      "the credentials from \(source.words) end at \(end.formatted(.iso8601)), and the hub's pods need "
        + "lasting ones; use lasting keys, or a role (`iamRole`, `podIdentity`, `nodeRole`) under `bucket.credentials`"
    }
  }
}
