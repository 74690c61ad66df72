import Fleet
import JSON

extension GrafanaLogin {
  /// The part of `grafana.ini` that lets people in with somebody else's accounts, as viewers unless a role is given to
  /// them by the provider.
  var configuration: String {
    let members = settings.sorted { $0.key < $1.key }.map { "\($0.key) = \(Self.quoted($0.value))" }
    return """
      [auth.\(provider.rawValue)]
      enabled = true
      \(members.joined(separator: "\n"))


      """
  }

  /// The secret is read from the environment, which stands above the file; neither object holds it.
  var secretVariable: JSON {
    [
      "name": .string("GF_AUTH_\(provider.rawValue.uppercased())_CLIENT_SECRET"),
      "valueFrom": ["secretKeyRef": clientSecret.json],
    ]
  }

  /// In triple quotes where the file's reader would take a mark for a comment's begin or for quotes.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.allSatisfy { !"#;\"'`".contains($0) } && text.last != "\\"
    return isPlain ? text : "\"\"\"\(text)\"\"\""
  }
}
