package import JSON

extension ResourceKind {
  /// The kinds that a CustomResourceDefinition brings, one for each version that it serves.
  package static func defined(by definition: JSON) -> [ResourceKind] {
    let spec = definition["spec"]
    guard let group = spec?["group"]?.stringValue, let names = spec?["names"],
      let kind = names["kind"]?.stringValue, let plural = names["plural"]?.stringValue
    else { return [] }
    let versions = (spec?["versions"]?.arrayValue ?? []).filter { $0["served"] == true }
    return versions.compactMap { $0["name"]?.stringValue }.map {
      ResourceKind(group, $0, kind, plural, isNamespaced: spec?["scope"] != "Cluster")
    }
  }
}
