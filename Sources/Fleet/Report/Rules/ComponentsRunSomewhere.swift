import YAML

extension Rule {
  /// A component without a namespace would be found nowhere, and nobody would be told.
  static let componentsRunSomewhere = Rule { source in
    (source.root["report"]?["components"]?.elements ?? []).compactMap { component in
      guard let namespaces = component["namespaces"], namespaces.elements == [] else { return nil }
      return FleetProblem(.form(.empty), at: namespaces.mark)
    }
  }
}
