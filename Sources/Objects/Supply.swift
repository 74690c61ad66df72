/// Something of others that objects of the fleet name and that has to be on their cluster beforehand: a Secret, a
/// ConfigMap or a PriorityClass.
///
/// It does not say on which cluster, so that what many clusters need is one.
package struct Supply: Hashable, Sendable {
  /// What it is needed for.
  package enum Use: Hashable, Sendable {
    /// What stands under these keys is read; without any, the whole.
    case keys(Set<String>)
    /// Images are pulled with it, as the Secret's own type says.
    case pulling
    /// Pods have its priority.
    case priority
  }

  package let kind: ResourceKind
  /// nil for kinds that have no namespace.
  package let namespace: String?
  package let name: String
  package var use: Use
  /// Whether pods start without it, and do without what it is for.
  package var isOptional: Bool

  package init(
    _ kind: ResourceKind,
    namespace: String?,
    name: String,
    for use: Use,
    isOptional: Bool = false,
  ) {
    self.kind = kind
    self.namespace = kind.isNamespaced ? namespace : nil
    self.name = name
    self.use = use
    self.isOptional = isOptional
  }

  /// The object that it is on a cluster.
  package func on(_ cluster: String) -> ObjectReference {
    ObjectReference(cluster: cluster, kind, namespace: namespace, name: name)
  }

  /// What it is called: `Secret thanos/mirror-login`.
  package var description: String { on("").localDescription }

  /// Both needs of one object in one.
  package func joined(_ other: Supply) -> Supply {
    var both = self
    if case .keys(let mine) = use, case .keys(let others) = other.use {
      both.use = .keys(mine.union(others))
    }
    both.isOptional = isOptional && other.isOptional
    return both
  }

  /// The keys that are read, sorted.
  package var keys: [String] { if case .keys(let keys) = use { keys.sorted() } else { [] } }
}

/// What a cluster does not have of something that has to be there.
package struct Lack: Hashable, Sendable {
  /// What is needed; of one that is there, with those keys alone that are not in it.
  package var supply: Supply
  /// Whether it is there, and only keys of it are missing.
  package let isThere: Bool
  /// Whether even its namespace is missing, which the fleet is about to make.
  package var needsNamespace: Bool

  package init(of supply: Supply, isThere: Bool, needsNamespace: Bool = false) {
    self.supply = supply
    self.isThere = isThere
    self.needsNamespace = needsNamespace
  }
}

/// What came of looking for something that has to be on a cluster.
package enum Stock: Hashable, Sendable {
  case held(Supply)
  case lacking(Lack)
  /// It may not be read.
  case untold(Supply)
  /// Its namespace is not there yet, and comes with what is no part of the fleet: nobody can have been asked for it.
  case early(Supply)

  /// What was looked for; of one that is there in part, what is missing of it.
  package var supply: Supply {
    switch self {
    case .held(let supply), .untold(let supply), .early(let supply): supply
    case .lacking(let lack): lack.supply
    }
  }

  /// nil where nothing is known to be missing.
  package var lack: Lack? { if case .lacking(let lack) = self { lack } else { nil } }
}
