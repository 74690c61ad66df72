import Diagnostics
import Facts
import Fleet
import Operate

/// What `fedctl init --from-kubeconfig` says of what it has found, as comments of the file that it writes.
extension FleetGuess {
  var heading: [String] {
    let count = Count(clusters.count, "managed cluster")
    return [
      "A fleet file from what a kubeconfig leads to: a hub and \(count).",
      "Every guess is told above its line. Check it: fedctl validate, then fedctl plan.",
    ]
  }

  var hubWords: String {
    switch hubReason {
    case .chosen: "As `--hub` says."
    case .runsThanos(let parts):
      "Thanos runs there already: \(parts.map { "\($0.namespace)/\($0.name)" }.listed)."
    case .named: "Its context is called so; `--hub CONTEXT` chooses another."
    case .first:
      "Nothing tells which cluster is the hub: this is the first. `--hub CONTEXT` chooses another."
    }
  }

  var topologyWords: String {
    switch topologyReason {
    case .chosen: "As `--topology` says."
    case .runs(let what): "\(Printable.text(what)) does it so already."
    case .usual: "The usual way; `fedctl explain topology` and docs/first-fleet.md tell the others."
    }
  }

  var namespaceWords: String {
    "Where Thanos is: what stands there under fedctl's names is taken over, and the plan says so."
  }

  var bucketWords: String {
    bucket == nil
      ? "No configuration of Thanos was found: write your bucket here."
      : "As the configuration of Thanos has it that was found; its keys stay where they are."
  }

  var neededWords: String { "Needed, and not to be found out by asking: write yours." }

  var keysWords: String {
    "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; docs/fleet-file.md has the other ways."
  }

  /// Contexts that are left out, and why.
  var leftOut: [String] {
    twins.map {
      "\(Printable.text($0.context)) leads to the same cluster as \(Printable.text($0.of)), and is left out."
    }
      + silent.map { "\(Printable.text($0.context)) is left out: \($0.why.reason.words)" }
  }
}

extension FleetGuess.Member {
  /// What was found on the cluster, in a line.
  var words: String {
    var parts = [
      cluster.platform == .openshift
        ? "OpenShift \(cluster.openshiftVersion ?? "of an unknown release")" : kubernetes
    ]
    if cluster.hasPrometheusKinds { parts.append("the Prometheus operator's kinds") }
    parts.append(cluster.storageClass.map { "storage class \($0)" } ?? "no default storage class")
    if !cluster.ingressClasses.isEmpty {
      parts.append("ingress class \(cluster.ingressClasses.joined(separator: ", "))")
    }
    return Printable.text(parts.joined(separator: "; ")) + "."
  }

  private var kubernetes: String {
    let version = cluster.version ?? "of an unknown version"
    return version.contains("-eks-") ? "Kubernetes \(version) of EKS" : "Kubernetes \(version)"
  }

  /// Where its labels are from.
  var labelWords: String? {
    prometheus.map { "As Prometheus \(Printable.text("\($0.namespace)/\($0.name)")) has them." }
  }
}

extension SurveyProblem {
  /// What there is in place of what was looked for, and what to do.
  var diagnostic: Diagnostic {
    switch self {
    case .noContext(let patterns, let contexts):
      Diagnostic(
        .error,
        "no context to begin with",
        detail: contexts.isEmpty
          ? "The kubeconfig has no context."
          : "No context is like \(patterns.listed); there are \(contexts.listed).",
        remedy: "Name another kubeconfig with --kubeconfig, or another pattern.",
      )
    case .noAnswer(let count, let first, let reason):
      Diagnostic(
        .error,
        "no cluster to begin with",
        detail: "None of \(Count(count, "context")) leads to a cluster. "
          + "\(Printable.text(first)): \(reason.words).",
        remedy: "Without --from-kubeconfig, `fedctl init` writes a file to fill in.",
      )
    case .noHub(let hub, let contexts):
      Diagnostic(
        .error,
        "no such hub",
        detail: "`--hub \(Printable.text(hub))` leads to none of the clusters that answered.",
        remedy: contexts.isEmpty ? nil : "It takes one of \(contexts.listed).",
      )
    }
  }
}

extension [String] {
  /// With commas, and no more than a person reads.
  fileprivate var listed: String {
    let shown = prefix(12).map { Printable.text($0) }.joined(separator: ", ")
    return count > 12 ? "\(shown) and \(count - 12) more" : shown
  }
}
