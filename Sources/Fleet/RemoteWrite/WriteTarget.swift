/// Somebody that a cluster's Prometheus writes to beside the hub.
package struct WriteTarget: Hashable, Sendable {
  /// What Prometheus calls it in its own measures; unique on its cluster.
  package var name: String
  /// Where it takes remote writes.
  package var url: String
  /// How the two know each other.
  package var access: ClientAccess
  /// Sent along with each request, sorted by name; no secrets.
  package var headers: [String: String]
  /// How samples wait and are sent.
  package var queue: WriteQueue
  /// What of all series goes there, and under which labels.
  package var relabelling: [Relabelling]
}

extension WriteTarget {
  /// Whether it is spoken to with TLS.
  package var isEncrypted: Bool { url.hasPrefix("https:") }

  /// That of its URL, without a port; an address of IPv6 has no brackets.
  package var host: String {
    let authority = url.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "/" }
    if authority.hasPrefix("[") { return String(authority.dropFirst().prefix { $0 != "]" }) }
    return String(authority.prefix { $0 != ":" })
  }
}
