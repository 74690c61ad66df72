import Fleet
import JSON
import Objects

/// One cluster as the templates see it: where its objects go and what marks them as the fleet's.
struct Site {
  /// The fleet's name, which labels and objects outside its namespace bear.
  let fleet: String
  /// The fleet's own, of the same name on every cluster.
  let namespace: String
  /// The cluster that its objects are on, by the name in the fleet file, not that of a context.
  let cluster: String
  /// The cluster that they are for: another than that only where it is the hub.
  let owner: String
  /// Whether the objects of the hub's own cluster stand beside the hub's.
  let isShared: Bool
  let platform: Platform
  /// What holds for everything on it.
  let surroundings: Surroundings
  /// The hosts that the file gives to Routes, and their certificate; nil where it gives none.
  let routeHosts: RouteHosts?
  /// The parent of the cluster's apply set.
  let inventory: ObjectReference
  /// The set's identity, which every object names.
  let applySet: String

  init(_ hub: Hub, of fleet: Fleet) {
    self.init(
      hub.name,
      on: hub.name,
      hub.platform,
      hub.surroundings,
      isShared: fleet.hubsCluster != nil,
      hub.routeHosts,
      of: fleet,
    )
  }

  init(_ cluster: ManagedCluster, of fleet: Fleet) {
    self.init(
      cluster.name,
      on: cluster.isOnHub ? fleet.hub.name : cluster.name,
      cluster.platform,
      cluster.surroundings,
      isShared: cluster.isOnHub,
      of: fleet,
    )
  }

  private init(
    _ owner: String,
    on cluster: String,
    _ platform: Platform,
    _ surroundings: Surroundings,
    isShared: Bool,
    _ routeHosts: RouteHosts? = nil,
    of fleet: Fleet,
  ) {
    self.fleet = fleet.name
    self.namespace = fleet.namespace
    self.cluster = cluster
    self.owner = owner
    self.isShared = isShared
    self.platform = platform
    self.surroundings = surroundings
    self.routeHosts = routeHosts
    inventory = ObjectReference(
      cluster: cluster,
      .configMap,
      namespace: fleet.namespace,
      name: Inventory.name,
    )
    applySet = ApplySet.id(of: inventory)
  }

  /// A reference to an object in the fleet's own namespace.
  func reference(_ kind: ResourceKind, _ name: String) -> ObjectReference {
    ObjectReference(cluster: cluster, kind, namespace: namespace, name: name)
  }

  /// An object of the fleet, with the labels that every object carries.
  func manifest(
    _ kind: ResourceKind,
    _ name: String,
    of part: Part,
    in foreignNamespace: String? = nil,
    _ fields: JSON = [:],
    bindings: [Binding] = [],
    provides: [ResourceKind] = [],
  ) -> Manifest {
    let reference = ObjectReference(
      cluster: cluster,
      kind,
      namespace: foreignNamespace ?? namespace,
      name: name,
    )
    let labels: JSON = ["metadata": ["labels": .map(memberLabels(part))]]
    return Manifest(reference, labels.merging(fields), bindings: bindings, provides: provides)
  }

  /// An object that others write too: it bears what tells that the fleet has a part in it, and no label that
  /// somebody else could mean for an object of his own.
  func sharedManifest(
    _ kind: ResourceKind,
    _ name: String,
    in namespace: String,
    bindings: [Binding],
  ) -> Manifest {
    let reference = ObjectReference(cluster: cluster, kind, namespace: namespace, name: name)
    return Manifest(
      reference,
      ["metadata": ["labels": .map(markLabels)]],
      bindings: bindings,
    )
  }

  /// A name for objects that stand outside the fleet's namespace, where fleets could clash.
  ///
  /// Fleet and namespace have no dots, so no two fleets get the same name.
  func qualified(_ name: String) -> String { "\(fleet).\(namespace).\(name)" }
}
