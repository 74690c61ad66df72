import Diagnostics
import Facts
import Fleet

extension VersionProblem {
  /// The diagnostic, still without its place and severity.
  var words: Diagnostic {
    switch self {
    case .impossible(let pair):
      Diagnostic(
        .error,
        "operator does not run this Prometheus",
        detail: pair.words,
        remedy: pair.remedy,
      )
    case .ended(let ended):
      Diagnostic(
        .error,
        "version without fixes",
        detail: ended.words,
        remedy: ended.remedy,
      )
    case .oldQuerier(let old):
      Diagnostic(
        .error,
        "querier without TLS for single endpoints",
        detail: """
          Thanos \(old.version) passes over the TLS settings of single endpoints and speaks plain text to all: \
          no cluster would answer it.
          """,
        remedy: "Set a release from \(OldQuerier.first.major).\(OldQuerier.first.minor) on.",
      )
    case .unreadLogin(let version):
      Diagnostic(
        .error,
        "login that is not read",
        detail: """
          Prometheus \(version) takes no user's name from a file, and would refuse the whole configuration for it.
          """,
        remedy: "Set a `version` from \(Version.readsUsers) on, or use `authorization`.",
      )
    }
  }
}

extension ImpossiblePair {
  /// What is asked for, and what the operator takes.
  var words: String {
    let runs = majors.count == 1 ? "\(majors.lowerBound)" : "2 and 3"
    return """
      prometheus-operator \(`operator`) runs Prometheus \(runs) alone, and this is Prometheus \(prometheus): \
      it would never get a pod.
      """
  }

  /// Either of the two may move.
  var remedy: String {
    let least = "\(Self.runsThree.major).\(Self.runsThree.minor)"
    let other = prometheus.major == 3 ? ", or use an operator from \(least) on" : ""
    let newest = tested.map { ", as v\($0)" } ?? ""
    return "Set `prometheus.version` to one of \(majors.upperBound).x\(newest)\(other)."
  }
}

extension EndedSupport {
  /// A newer major version of Prometheus needs another operator too.
  fileprivate var remedy: String {
    program == .prometheus && version.major < 3
      ? "Set a newer version, with an operator from 0.77 on, as a `bundle` brings it."
      : "Set a newer version; `fedctl schema` tells which one fedctl takes by itself."
  }

  /// Since when, where its makers have named a day.
  fileprivate var words: String {
    let name =
      switch program {
      case .prometheus: "Prometheus"
      case .grafana: "Grafana"
      }
    let end = lastDay.map { "has had no fixes since \($0)" } ?? "gets no fixes any more"
    return "\(name) \(version.major).\(version.minor) \(end)."
  }
}
