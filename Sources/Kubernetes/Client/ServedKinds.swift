package import Objects

/// What can be in a namespace, as a cluster's API tells.
package struct ServedKinds: Hashable, Sendable {
  /// Namespaced kinds that can be listed and deleted, each in one version that serves it: the one that
  /// fedctl knows, or else the one that the server prefers.
  package private(set) var kinds: [ResourceKind] = []
  /// Groups and versions that the cluster says it serves and that do not answer.
  package internal(set) var unreadable: [String] = []

  package init() {}

  /// Adds a kind, unless another version of it is there that does as well.
  mutating func add(_ kind: ResourceKind) {
    let known = kinds.firstIndex { $0.group == kind.group && $0.plural == kind.plural }
    guard let known else { return kinds.append(kind) }
    if KindPolicy.of(kinds[known]) == nil, KindPolicy.of(kind) != nil { kinds[known] = kind }
  }
}
