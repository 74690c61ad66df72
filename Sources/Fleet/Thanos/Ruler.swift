/// Thanos rule: evaluates alerts over all clusters.
package struct Ruler: Hashable, Sendable {
  /// Image, size, storage and place of its pods.
  package var component: Component
  /// Where alerts are sent, as URLs.
  package var alertmanagers: [NamedAlertmanager]
  /// What it evaluates beside the fleet's own.
  package var rules = AddedRules()
}
