import Fleet
import JSON

/// How the hub knows which cluster a series is of.
///
/// A cluster writes whatever `cluster` label it likes. What it cannot choose is the tenant, which
/// receive takes from the identity that it has shown, and gives to every series when it is asked
/// for: there, it overrides a label of the same name (Thanos' labelpb.ExtendSortedLabels).
enum Attribution {
  /// By the `cluster` label: nobody else than the hub has set it, or nothing better is known.
  case label
  /// By the tenant, which is a text before and one after the cluster's name.
  case tenant(before: String, after: String)

  /// What receive calls the tenant of a series, unless it is told otherwise.
  static let tenantLabel = "tenant_id"
  /// What it is told to call it where the tenant's name takes the place of what a cluster says it is.
  static let nameLabel = "cluster"

  /// A vector whose `cluster` label is what the hub knows, for dashboards.
  func attributed(_ vector: String) -> String {
    switch self {
    case .label: vector
    case .tenant(let before, let after):
      "label_replace(\(vector), \"cluster\", \"$1\", \"\(Self.tenantLabel)\", \"\(before)(.+)\(after)\")"
    }
  }

  /// Matchers of one cluster's series and of no other's.
  func matchers(of cluster: String) -> String {
    let named = "cluster=\(Self.quoted(cluster))"
    guard let tenant = tenant(of: cluster) else { return named }
    return "\(named),\(Self.tenantLabel)=\(Self.quoted(tenant))"
  }

  /// Matchers of what others give out as this cluster's; nil where nobody can.
  func foreignMatchers(of cluster: String) -> String? {
    guard let tenant = tenant(of: cluster) else { return nil }
    // What the hub itself works out has no tenant.
    return "cluster=\(Self.quoted(cluster)),\(Self.tenantLabel)!~\(Self.quoted("|\(tenant)"))"
  }

  private func tenant(of cluster: String) -> String? {
    guard case .tenant(let before, let after) = self else { return nil }
    return before + cluster + after
  }

  /// As PromQL has texts.
  private static func quoted(_ text: String) -> String { JSON.string(text).text() }
}

extension Fleet {
  /// Whether every cluster's `cluster` label is its name, so that one can be told from the other.
  var labelsAreNames: Bool {
    clusters.allSatisfy { cluster in
      cluster.externalLabels.contains { $0.name == "cluster" && $0.value == cluster.name }
    }
  }
}
