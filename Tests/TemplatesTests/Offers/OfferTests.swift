import Fleet
import Foundation
import JSON
import Objects
import Templates
import Testing
import YAML

/// Whatever the fleet asks for is there: on every release of OpenShift that there is to be had, and
/// from the programs that fedctl installs elsewhere.
@Suite struct OfferTests {
  @Test func `the names of series are found in an expression`() {
    let expression = """
      1 - sum by (node) (rate(a_total{mode="idle (x)"}[5m])) / on (node) group_left (b) up > 600
      """
    #expect(seriesNames(in: expression) == ["a_total", "up"])
  }

  @Test(arguments: Example.variants)
  func `every selector finds something on every OpenShift`(_ example: Example) throws {
    let manifests = try render(example.fleet, example.bundles).manifests
    for cluster in example.openShiftClusters {
      for pattern in try manifests.on(cluster).patterns {
        let expression = try Regex(pattern)
        for (release, names) in try Offers.openShift() {
          #expect(
            names.contains { $0.wholeMatch(of: expression) != nil },
            "\(cluster) asks OpenShift \(release) for \(pattern)",
          )
        }
      }
    }
  }

  @Test(arguments: Example.variants)
  func `every panel and every rule of the hub finds its series on each cluster`(_ example: Example)
    throws
  {
    let manifests = try render(example.fleet, example.bundles).manifests
    let wanted = try manifests.on(example.fleet.hub.name).expressions.map(seriesNames)
      .reduce(Set()) { $0.union($1) }
    let programs = try Offers.programs()
    for cluster in example.fleet.clusters where cluster.isMeasured {
      let own = manifests.on(cluster.name)
      let made = own.recorded.union(programs)
      // The fleet file may want nothing of what OpenShift measures.
      guard try cluster.platform != .openshift || !own.patterns.isEmpty else { continue }
      for (release, names) in try Offers.openShift() {
        let taken = try cluster.platform == .openshift ? own.taken(from: names) : []
        // The hub asks each cluster in the way of its platform.
        let others = Set(UsageSeries.allCases).subtracting(UsageSeries.told(by: cluster.platform))
        let missing = wanted.subtracting(made).subtracting(taken)
          .subtracting(others.map(\.rawValue))
        #expect(missing.isEmpty, "\(cluster.name), OpenShift \(release): \(missing.sorted())")
      }
    }
  }

  @Test(arguments: Example.variants)
  func `every rule of a cluster stands on series that a program of the fleet has`(
    _ example: Example
  )
    throws
  {
    let manifests = try render(example.fleet, example.bundles).manifests
    let programs = try Offers.programs()
    for cluster in example.fleet.clusters.map(\.name) {
      let own = manifests.on(cluster)
      let wanted = own.ruleExpressions.map(seriesNames).reduce(Set()) { $0.union($1) }
      let missing = wanted.subtracting(programs).subtracting(own.recorded)
      #expect(missing.isEmpty, "\(cluster): \(missing.sorted())")
    }
  }
}

extension Example {
  /// Those that OpenShift's own monitoring is asked on.
  fileprivate var openShiftClusters: [String] {
    fleet.clusters.filter { $0.platform == .openshift }.map(\.name)
  }
}

extension [Manifest] {
  /// Those of one cluster.
  fileprivate func on(_ cluster: String) -> [Manifest] {
    filter { $0.reference.cluster == cluster }
  }

  /// Names of series, as expressions, that are taken from OpenShift's own Prometheus.
  fileprivate var patterns: [String] {
    get throws { try (federated + collected + written).map(name) }
  }

  /// Those among a platform's series that are taken.
  fileprivate func taken(from names: Set<String>) throws -> Set<String> {
    let expressions = try patterns.map { try Regex($0) }
    return names.filter { name in
      expressions.contains { name.wholeMatch(of: $0) != nil }
    }
  }

  /// By a Prometheus of the fleet's.
  private var federated: [String] {
    get throws {
      let jobs = first { $0.reference.name == "additional-scrape-configs" }
      let text = jobs?.body["data"]?["scrape-configs.yaml"]?.stringValue ?? ""
      let bytes = [UInt8](Data(base64Encoded: text) ?? Data())
      let parsed = try YAML.document(bytes, file: "jobs")?.json.arrayValue ?? []
      return parsed.flatMap { $0["params"]?["match[]"]?.texts ?? [] }
    }
  }

  /// By a collector.
  private var collected: [String] {
    arguments.filter { $0.hasPrefix("--match=") }.map {
      // One of the collectors reads a line of comma-separated values.
      String($0.dropFirst("--match=".count))
        .replacing(/^"(.+)"$/) { $0.output.1.replacing("\"\"", with: "\"") }
    }
  }

  /// By the platform's Prometheus itself.
  private var written: [String] {
    let text = first { $0.reference.name == "cluster-monitoring-config" }?
      .preview["data"]?["config.yaml"]?.stringValue
    let rule = text?.firstMatch(of: /"sourceLabels":\["__name__"[^\]]*\],"regex":"([^"]+)"/)
    let expression = rule.map { String($0.output.1) } ?? ""
    // What every Prometheus tells of itself is one expression, whichever it is.
    let names = expression.components(separatedBy: "|prometheus_(?:")[0].trimmingPrefix("(?:")
      .split(separator: "|").map(String.init)
    // Behind those that are taken by their names stand those that must have some labels as well.
    let chosen = expression.matches(of: /(?:^|\|)([a-zA-Z_:]+);/).map { String($0.output.1) }
    return (names + chosen).map { "{__name__=~\"\($0)\"}" }
  }

  /// What a selector says of the name.
  private func name(of selector: String) throws -> String {
    let match = try #require(selector.firstMatch(of: /__name__=~?"([^"]+)"/), "\(selector)")
    return String(match.output.1)
  }

  /// What rules record, or a collector has worked out.
  fileprivate var recorded: Set<String> {
    let groups = rules["groups"]?.arrayValue ?? []
    let names = groups.flatMap { $0["rules"]?.arrayValue ?? [] }
      .compactMap { $0["record"]?.stringValue }
    let sums = arguments.filter { $0.hasPrefix("--recordingrule=") }.compactMap {
      try? JSON(parsing: String($0.dropFirst("--recordingrule=".count)))["name"]?.stringValue
    }
    return Set(names + sums)
  }

  private var arguments: [String] {
    compactMap(\.podSpec).flatMap { $0["containers"]?.arrayValue ?? [] }
      .flatMap { $0["args"]?.texts ?? [] }
  }

  /// What rules and alerts ask for.
  fileprivate var ruleExpressions: [String] {
    (rules["groups"]?.arrayValue ?? []).flatMap { $0["rules"]?.arrayValue ?? [] }
      .compactMap { $0["expr"]?.stringValue }
  }

  /// The same, and what dashboards ask for.
  fileprivate var expressions: [String] {
    get throws { try ruleExpressions + queries }
  }
}
