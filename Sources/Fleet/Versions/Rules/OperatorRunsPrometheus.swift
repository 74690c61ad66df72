import Facts
import YAML

extension Rule {
  /// The operator that OLM installs runs the Prometheus that the file asks for.
  ///
  /// A bundle's operator is known only when the bundle is read, and is held to the same table then.
  static let operatorRunsPrometheus = Rule { source in
    guard source.topology == .receive else { return [] }
    return source.clusters.compactMap { node, section in
      guard section.installsByOLM(on: source.platform(of: section)),
        let csv = section.optionalSection("prometheusOperator")?.optionalText("startingCSV"),
        let release = csv.firstMatch(of: /^prometheusoperator\.(v[0-9].*)$/)?.1,
        let `operator` = Version(release),
        let prometheus = Version(section.prometheusVersion(on: source.platform(of: section))),
        let pair = ImpossiblePair(operator: `operator`, prometheus: prometheus)
      else { return nil }
      return FleetProblem(.version(.impossible(pair)), at: place(in: node, of: source))
    }
  }

  /// Where one of the two versions is written, in the cluster or where it has settings from.
  private static func place(in cluster: Node, of source: FleetSource) -> SourceMark {
    let version = source.setting("prometheus", "version", of: cluster)
    let pin = source.setting("prometheusOperator", "startingCSV", of: cluster)
    return (version ?? pin ?? cluster).mark
  }
}
