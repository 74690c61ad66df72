import Diagnostics
import Facts
import Objects
import Operate
import SystemPackage

/// What `fedctl demo` says between what the commands say that it shows.
enum DemoWords {
  /// A file of AWS' tools with keys that open nothing.
  static let bucketKeys = """
    [default]
    aws_access_key_id = demo
    aws_secret_access_key = demo-secret-key

    """

  /// What this is, so that nobody takes it for clusters.
  static func opening(_ fleetFile: String) -> String {
    """
    A sandbox on this machine plays three OpenShift clusters: a hub and two managed ones. It is a
    stand-in that keeps objects as API servers do; no container runs. The fleet is described in
    \(fleetFile).


    """
  }

  /// A command as somebody types it.
  static func typed(_ command: String) -> String { "$ fedctl \(command)\n" }

  /// Whose token each cluster holds now.
  static func handed(_ tokens: [HandedToken]) -> String {
    let lines = tokens.map { token in
      let whose = token.subject.map { "of \($0)" } ?? "from \(token.origin.localDescription)"
      return "  \(token.holder): the hub's token \(Printable.text(whose))\n"
    }
    return "Handed over from the hub, and printed nowhere:\n\(lines.joined())"
  }

  /// What stands in for the hub's querier, or why nothing does.
  static func verifying(_ metrics: DemoMetrics) -> String {
    switch metrics {
    case .served:
      """
      Do the metrics arrive? No container runs here, so a Prometheus on this machine stands in for the
      hub's querier, and this demonstration writes to it what the clusters' own would.

      """
    case .absent:
      unverified("that takes a `prometheus` on the PATH to stand in for it, for no container runs")
    case .silent:
      unverified("the `prometheus` on the PATH, which would stand in for it, does not answer")
    case .ended(let said):
      unverified(
        "the `prometheus` on the PATH, which would stand in for it, has ended"
          + (said.isEmpty ? "" : ": \(Printable.text(said))")
      )
    }
  }

  private static func unverified(_ reason: String) -> String {
    """
    Do the metrics arrive? `fedctl verify` asks the hub's querier. It is not shown here:
    \(reason).

    """
  }

  /// What to try, in the folder where the fleet file is; without one, there is nothing to try it on.
  static func next(
    _ folder: String?,
    command: String,
    _ time: String?,
    verifies: Bool,
  ) -> String {
    guard let folder, let time else {
      return """
        The sandbox is gone again, and nothing is left. On a terminal, and without --once, it stays up to
        try more on it.

        """
    }
    return """
      The sandbox stays up for \(time), or until Enter or Ctrl-C. To go on in another shell:
        cd \(folder) && export KUBECONFIG=$PWD/kubeconfig
        \(command) status\(verifies ? "\n  \(command) verify" : "")
        kubectl --context cluster1 -n openshift-monitoring delete secret demo.thanos.remote-write
        \(command) plan              # tells what is missing
        \(command) apply             # brings it back; answer yes
        \(command) plan -o html >plan.html && xdg-open plan.html
        \(command) teardown          # takes everything away again; answer demo
      Or change fleet.yaml, as by taking a cluster out, and plan again.

      """
  }
}

extension DemoProblem {
  /// What is missing, and what to do.
  var diagnostic: Diagnostic {
    switch self {
    case .noFolder(let parent):
      Diagnostic(
        .error,
        "no folder for the demonstration",
        detail: "In `\(parent)` no folder can be made.",
        remedy: "Name another place with TMPDIR.",
      )
    case .noSandbox(let folder):
      Diagnostic(
        .error,
        "no sandbox",
        detail: "There is no `fedctl-sandbox` in `\(folder)`, beside fedctl, or on the PATH.",
        remedy: "It comes with fedctl: put both programs into one folder.",
      )
    case .notStarted(let number):
      Diagnostic(
        .error,
        "the sandbox could not be started",
        detail: "\(Errno(rawValue: number)).",
      )
    case .sandboxEnded(let said):
      Diagnostic(
        .error,
        "the sandbox has ended",
        detail: said.isEmpty ? "It does not say why." : "It says: \(Printable.text(said))",
        remedy: "Run `fedctl demo` again.",
      )
    }
  }
}
