import JSON

extension Resource {
  /// The kinds of a group that the schema table has definitions of, the preferred versions first.
  static func defined(in group: String) -> [Resource] {
    Schemas.known.definitions.compactMap { name, told -> Resource? in
      let words = name.split(separator: " ").map { String($0) }
      let version = words[0].split(separator: "/").map { String($0) }
      guard words.count == 2, version.count == 2, version[0] == group else { return nil }
      return Resource(defined: told, group: group, version: version[1], kind: words[1])
    }.sorted {
      $0.version == $1.version
        ? $0.kind < $1.kind : VersionRank($1.version) < VersionRank($0.version)
    }
  }

  /// A kind by what a definition says of it: `plural`, `shortNames`, `scope`, `columns` and so on.
  init(defined told: JSON, group: String, version: String, kind: String) {
    func texts(_ key: String) -> [String] {
      (told[key]?.arrayValue ?? []).compactMap(\.stringValue)
    }
    self.init(
      group: group,
      version: version,
      kind: kind,
      plural: told["plural"]?.stringValue ?? "",
      shortNames: texts("shortNames"),
      categories: texts("categories"),
      isNamespaced: told["scope"] != "Cluster",
      subresources: ["scale", "status"].filter { told["subresources"]?[$0] != nil },
      isCustom: true,
      printerColumns: told["columns"],
      scale: told["subresources"]?["scale"],
    )
  }
}
