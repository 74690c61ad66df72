import Fleet
import JSON
import Objects

/// Thanos rule: what no cluster can notice about itself.
extension ThanosSite {
  /// Nothing for a hub that has no ruler.
  func ruler() -> [Manifest] {
    guard let ruler = design.ruler else { return [] }
    let part = Part.ruler
    let workload = workload(ruler)
    return [
      storeAccount(part),
      site.manifest(.configMap, Self.rules.volume, of: part, ["data": .map(ruleFiles(ruler))]),
      site.headlessService(part.name, of: part, ports: [Thanos.grpcPort, Thanos.httpPort]),
      site.networkPolicy(part, opening: [("grpc", to: .pods(of: [.querier]))]),
      workload.statefulSet(service: part.name),
    ] + workload.disruptionBudget()
  }

  private static let rules = Mount(volume: "thanos-ruler-rules", path: "/etc/thanos/rules")

  /// The rules, as the files that Thanos reads: groups of one name are told apart by their file.
  private func ruleFiles(_ ruler: Ruler) -> [String: String] {
    let own: JSON? = ruler.rules.groups.isEmpty ? nil : ["groups": .array(ruler.rules.groups)]
    let files = ["fleet.yaml": ruleFile, "own.yaml": own].compactMapValues { $0 }
    return files.mapValues { $0.text(.pretty) + "\n" }
  }

  /// Every alert over the metrics of all clusters.
  private var ruleFile: JSON {
    let alerts =
      clusters.map { ClusterSilent.absent($0.name, collected[$0.name] ?? "up", attribution) }
      + clusters.compactMap { ClusterMisnamed.rule($0.name, attribution) }
    let others = [ClusterAlert.rule(attribution), Watchdog.rule]
    return ["groups": [AlertRule.group("fedctl-clusters", alerts + others)]]
  }

  private func workload(_ ruler: Ruler) -> Workload {
    let access = AccessVolume.ofAlerts.json(for: destinations(ruler).accesses)
    let container = Thanos.container(
      .ruler,
      ruler.component,
      arguments(ruler),
      environment: [Thanos.podName] + store.environment + destinations(ruler).userVariables
        + site.wayOut,
      mounts: [Thanos.data, ObjectStore.mount, Self.rules]
        + (access == nil ? [] : [AccessVolume.ofAlerts.mount]),
    )
    return Workload(
      .ruler,
      ruler.component,
      at: site,
      containers: [container],
      volumes: [store.volume, configVolume(Self.rules.volume, configMap: Self.rules.volume)]
        + [access].compactMap(\.self),
      configuration: (store.fingerprint ?? "") + ruleFile.text()
        + ruler.rules.groups.map { $0.text() }.joined(),
    )
  }

  /// Those that the fleet file names, of the ruler's and of the hub's, and the fleet's own.
  func destinations(_ ruler: Ruler) -> AlertDestinations {
    let hub = fleet.hub.destinations(in: namespace).alertmanagers
    let named = Set(ruler.alertmanagers.map(\.url))
    return AlertDestinations(
      alertmanagers: ruler.alertmanagers + hub.filter { !named.contains($0.url) }
    )
  }

  /// By their URLs alone, as long as none is to be shown anything: Thanos takes one form or the other.
  private func told(_ ruler: Ruler) -> [String] {
    let destinations = destinations(ruler)
    guard destinations.hasAccess else {
      return destinations.alertmanagers.map { "--alertmanagers.url=\($0.url)" }
    }
    return ["--alertmanagers.config=\(destinations.thanosConfiguration.text())"]
  }

  private func arguments(_ ruler: Ruler) -> [String] {
    [
      "rule",
      "--data-dir=\(Thanos.data.path)",
      "--rule-file=\(Self.rules.path)/*.yaml",
      "--query=dns+\(Part.querier.name).\(namespace).svc:9090",
      "--label=ruler_cluster=\(JSON.string(fleet.name).text())",
      "--label=ruler_replica=\"$(POD_NAME)\"",
      // Or each replica's alert would be one of its own.
      "--alert.label-drop=ruler_replica",
    ] + told(ruler) + [store.argument]
  }
}
