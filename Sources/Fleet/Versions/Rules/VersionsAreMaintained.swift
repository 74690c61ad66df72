import Facts
import Text
import YAML

extension Rule {
  /// What the fleet runs is still mended on the day on which the file is read.
  ///
  /// Each release is told once, at its first place; nothing is told where the day is not known.
  static let versionsAreMaintained = Rule { source in
    guard let today = source.today else { return [] }
    var seen: Set<EndedSupport> = []
    return (prometheuses(source) + grafanas(source)).compactMap { use in
      guard let ended = EndedSupport(use.program, use.version, on: today),
        seen.insert(ended).inserted
      else { return nil }
      return FleetProblem(.version(.ended(ended)), .warning, at: use.mark)
    }
  }

  /// A release that some part of the fleet runs, and where the file says so.
  private typealias Use = (program: DatedProgram, version: Version, mark: SourceMark)

  private static func prometheuses(_ source: FleetSource) -> [Use] {
    let hub = source.root["hub"].map { ($0, source.section.optionalSection("hub")) }
    let parts = [hub].compactMap(\.self) + source.clusters.map { ($0.node, $0.section) }
    return parts.compactMap { node, section in
      guard let section, section.optionalSection("prometheus") != nil,
        section.runsPrometheus(on: source.platform(of: section), in: source.topology),
        let version = Version(section.prometheusVersion(on: source.platform(of: section)))
      else { return nil }
      let written = source.setting("prometheus", "version", of: node)
      // Of what OLM's catalogue runs there is nothing newer to set.
      if written == nil, section.installsByOLM(on: source.platform(of: section)) { return nil }
      return (.prometheus, version, (written ?? node).mark)
    }
  }

  private static func grafanas(_ source: FleetSource) -> [Use] {
    let hub = source.section.optionalSection("hub")
    guard let image = hub?.optionalSection("grafana")?.optionalText("image"),
      let version = Version(ofImage: image), let node = source.root["hub"]
    else { return [] }
    return [(.grafana, version, (node["grafana"]?["image"] ?? node).mark)]
  }
}
