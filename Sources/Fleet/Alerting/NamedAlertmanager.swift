import JSON

/// An Alertmanager that is there already.
package struct NamedAlertmanager: Hashable, Sendable {
  /// With a path where it answers below one: `https://alerts.example.com/am`.
  package var url: String
  /// How the two know each other.
  package var access: ClientAccess

  package init(url: String, access: ClientAccess = ClientAccess()) {
    self.url = url
    self.access = access
  }
}

extension Section {
  /// Those of a list, each a URL or a mapping with one; none where the key is not set.
  func alertmanagers() throws(SchemaGap) -> [NamedAlertmanager] {
    try (members["alertmanagers"]?.arrayValue ?? []).map { value throws(SchemaGap) in
      if let url = value.stringValue { return NamedAlertmanager(url: url) }
      let section = Section(members: value.objectValue ?? [:])
      return NamedAlertmanager(url: try section.text("url"), access: try ClientAccess(section))
    }
  }
}
