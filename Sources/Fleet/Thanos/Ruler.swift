/// Thanos rule: evaluates alerts over all clusters.
package struct Ruler: Hashable, Sendable {
  package var component: Component
  /// Where alerts are sent, as URLs.
  package var alertmanagers: [String]
}
