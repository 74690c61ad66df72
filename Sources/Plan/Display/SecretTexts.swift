import JSON
import Objects
import Text

/// Texts that must never be shown, wherever they turn up, and in which forms.
///
/// Redaction goes by value, not by place: a token that someone pasted into a ConfigMap or an
/// argument is hidden as well as one in a Secret.
package struct SecretTexts: Sendable {
  /// Longest first, so that a text which contains another is hidden as a whole.
  private let texts: [String]
  /// What stands in place of a secret.
  package static let mark = "(sensitive)"
  /// Shorter texts are words that occur by chance.
  private static let shortest = 8

  /// Every secret is hidden as it is, in base64, and as JSON escapes it.
  package init(_ secrets: some Sequence<String>) {
    let plain = Set(secrets.filter { $0.utf8.count >= Self.shortest })
    let encoded = plain.map(\.base64)
    // Where JSON holds a text of several lines, as a private key, its ends of line are escaped.
    let escaped = plain.map { String(JSON.string($0).text().dropFirst().dropLast()) }
    texts = plain.union(encoded).union(escaped).sorted {
      ($0.utf8.count, $0) > ($1.utf8.count, $1)
    }
  }

  /// The text with every secret in it replaced, the longest first.
  package func redact(_ text: String) -> String {
    texts.reduce(text) { $0.contains($1) ? $0.replacing($1, with: Self.mark) : $0 }
  }
}

extension LiveState {
  /// Every secret that planning has seen: credentials, tokens and the data of live Secrets.
  package var secretTexts: SecretTexts {
    let held = heldTokens.filter { $0.key.isSecret }.map(\.value)
    let live = clusters.keys.compactMap(snapshot).flatMap { snapshot in
      snapshot.objects.filter { $0.key.kind == .secret }.flatMap { Self.data(of: $0.value) }
    }
    return SecretTexts(Array(credentials.values) + held + live)
  }

  /// A token Secret also holds its namespace and the cluster's CA, which are no secrets.
  private static func data(of secret: JSON) -> [String] {
    let isToken = secret["type"] == "kubernetes.io/service-account-token"
    let members = (secret["data"]?.objectValue ?? [:]).filter { !isToken || $0.key == "token" }
    return members.compactMap { HandOff.Field.data(key: $0.key).value(in: secret) }
  }
}
