import Facts
import YAML

extension Rule {
  /// Each mode has keys of its own; what is OpenShift's is nowhere else, and its own Prometheus writes metrics
  /// by their names alone.
  static let platformRemoteWrite = Rule { source in
    guard source.topology == .receive else { return [] }
    let clusters = source.clusters.map { node, section in
      (node: node, mode: section.mode(on: source.platform(of: section)), section: section)
    }
    let found = clusters.flatMap { node, mode, section -> [FleetProblem] in
      guard mode != ReceiveMode.operator else { return unused(in: node, mode) }
      guard source.platform(of: section) != .kubernetes else {
        return [noPlatform(at: (node["mode"] ?? node).mark)]
      }
      let names =
        mode == ReceiveMode.platform
        ? selectors(source.setting("platformSeries", "match", of: node)) : []
      return names + unused(in: node, mode)
    }
    let shared = source.sharedSettings(of: clusters, at: \.node)
    return found + shared.flatMap { unused(in: $0.part, modes: Set($0.clusters.map(\.mode))) }
  }

  /// They would be lost without a word.
  private static func unused(in part: Node, _ mode: String) -> [FleetProblem] {
    let others = ReceiveMode.foreignKeys(in: mode).flatMap { key, other in
      without(effect: key, at: part[key], but: other)
    }
    return others + (mode == ReceiveMode.stack ? alertmanagers(in: part) : [])
      + (mode == ReceiveMode.platform
        ? scrapeJobs(in: part) + platformAlertmanagers(in: part) : ruleNamespaces(in: part))
  }

  /// The platform's own Prometheus scrapes nothing that the platform does not know.
  private static func scrapeJobs(in part: Node) -> [FleetProblem] {
    without(effect: "scrapeJobs", at: part["scrapeJobs"], but: ReceiveMode.operator)
  }

  /// A Prometheus of the fleet's evaluates rules over all that it has.
  private static func ruleNamespaces(in part: Node) -> [FleetProblem] {
    let key = "namespaces"
    return without(effect: key, at: part["rules"]?[key], but: ReceiveMode.platform)
  }

  private static func without(
    effect key: String,
    at value: Node?,
    but mode: String,
  ) -> [FleetProblem] {
    let problem = RemoteWriteProblem.withoutEffect(key: key, mode: mode)
    return value.map { [FleetProblem(.remoteWrite(problem), at: $0.mark)] } ?? []
  }

  /// Its `additionalAlertmanagerConfigs` know a bearer token, and authorities from Secrets
  /// (openshift/cluster-monitoring-operator:pkg/manifests/types.go).
  private static func platformAlertmanagers(in part: Node) -> [FleetProblem] {
    (part["alertmanagers"]?.elements ?? []).flatMap { target in
      let unknown = [
        ("basicAuth", target["basicAuth"]),
        ("tls.ca.configMap", target["tls"]?["ca"]?["configMap"]),
      ]
      return unknown.compactMap { key, value in
        value.map { FleetProblem(.access(.unknownToPlatform(key: key)), at: $0.mark) }
      }
    }
  }

  /// A MonitoringStack has no word for those of others.
  private static func alertmanagers(in part: Node) -> [FleetProblem] {
    part["alertmanagers"].map { [FleetProblem(.remoteWrite(.stackAlertmanagers), at: $0.mark)] }
      ?? []
  }

  /// What several clusters have settings from is for some of them, and not for each.
  private static func unused(in shared: Node, modes: Set<String>) -> [FleetProblem] {
    guard let mode = modes.first, modes.count == 1 else { return [] }
    return unused(in: shared, mode)
  }

  /// Only OpenShift has a Prometheus of its own to write with.
  private static func noPlatform(at mark: SourceMark) -> FleetProblem {
    FleetProblem(.platform(.platformRemoteWrite), at: mark)
  }

  /// Those that ask for more than a name.
  private static func selectors(_ match: Node?) -> [FleetProblem] {
    (match?.elements ?? []).compactMap { selector in
      // What is no selector, or selects everything, is told elsewhere.
      guard let text = selector.scalar?.text, MetricNames(text) == nil,
        TextForm.seriesSelector.flaw(text) == nil, !selectsEverything(text)
      else { return nil }
      return FleetProblem(.remoteWrite(.moreThanName(selector: text)), at: selector.mark)
    }
  }
}
