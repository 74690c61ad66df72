package import JSON

/// Recording and alerting rules of the user's own, for one Prometheus or ruler.
package struct AddedRules: Hashable, Sendable {
  /// The most that one Prometheus is given, in bytes of JSON.
  ///
  /// An operator puts rules into ConfigMaps of half a mebibyte, as YAML, which takes more room
  /// (prometheus-operator:pkg/prometheus/rules.go, maxConfigMapDataSize).
  package static let sizeLimit = 400 << 10

  /// Files of rules, relative to the fleet file's folder; what they hold comes to the groups when they are read.
  package var files: [String] = []
  /// Groups as a file of Prometheus' rules has them, which a PrometheusRule has alike; no two have one name.
  package var groups: [JSON] = []

  /// Where each application's are evaluated by themselves, the namespaces whose rules they are.
  package var namespaces: [String] = []

  /// Of all groups, in bytes of JSON.
  package var size: Int { groups.reduce(0) { $0 + $1.text().utf8.count } }
}
