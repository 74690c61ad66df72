import YAML

extension Rule {
  /// Prometheus refuses two of one name; `hub` is the hub's.
  static let distinctWriteTargets = Rule { source in
    (source.clusters.map(\.node) + source.sharedSettings).flatMap { part -> [FleetProblem] in
      var taken: Set<String> = source.topology == .receive ? ["hub"] : []
      return (part["remoteWrite"]?["targets"]?.elements ?? []).compactMap { target in
        guard let name = target["name"], let text = name.scalar?.text,
          !taken.insert(text).inserted
        else { return nil }
        return FleetProblem(.remoteWrite(.targetNameTaken(text)), at: name.mark)
      }
    }
  }
}
