import Graph
import JSON
import Objects

/// The graph of a plan's objects: what is applied before what, and deleted after what.
///
/// Every edge follows from the objects themselves; each rule has a file of its own beside this one.
///
/// `formerNames` are those of renamed clusters, by their new names; `manifests` tells what the objects that are deleted took from each other, where that is known.
func dependencies(
  of changes: [Change],
  hub: String,
  manifests: [ObjectReference: Manifest] = [:],
  formerNames: [String: String] = [:],
) -> Graph<ObjectReference> {
  let objects = { (isDeparture: Bool) in
    changes.lazy.filter { $0.isDeparture == isDeparture }
      .map { OrderedObject($0, manifests[$0.reference]) }
  }
  let (staying, leaving) = (Array(objects(false)), Array(objects(true)))
  var graph = Graph(changes.map(\.reference))
  forEachEdge(among: staying, hub: hub) { graph.addEdge(from: $0, to: $1) }
  // What was applied last is deleted first.
  forEachEdge(among: leaving, hub: hub) { graph.addEdge(from: $1, to: $0) }
  let between =
    forgottenLast(staying, leaving, hub: hub) + replacedFirst(staying, leaving, hub: hub)
    + compactsAlone(staying, leaving) + renamedFirst(staying, leaving, formerNames)
    + supersededLast(staying, leaving)
  for (prerequisite, dependant) in between {
    graph.addEdge(from: prerequisite, to: dependant)
  }
  return graph
}

typealias Edge = (prerequisite: ObjectReference, dependant: ObjectReference)

/// Tells each object's prerequisites, one at a time: of all clusters together they are several times as many as objects.
private func forEachEdge(
  among objects: [OrderedObject],
  hub: String,
  _ tell: (_ prerequisite: ObjectReference, _ dependant: ObjectReference) -> Void,
) {
  let index = ObjectIndex(objects)
  for object in objects {
    let prerequisites =
      namespaceFirst(object) + claimFirst(object, index) + recordFirst(object, index, hub: hub)
      + definitionFirst(object, index) + mountedFirst(object, index)
      + permissionFirst(object, index) + routedFirst(object) + handedOffFirst(object, index)
      + answeredFirst(object, index) + certifiedFirst(object) + citedFirst(object, index)
    for prerequisite in prerequisites where index.contains(prerequisite) {
      tell(prerequisite, object.reference)
    }
  }
}

/// An object as the ordering rules see it.
final class OrderedObject {
  let reference: ObjectReference
  let body: JSON
  let pending: [PendingValue]
  let provides: [ResourceKind]
  /// Whether the fleet file asks for it; else it leaves, or stays for another reason.
  let isDesired: Bool
  /// Whether a runbook has made it and nobody uses it once the fleet's own is there.
  let isLeftover: Bool
  /// Whether it has a text that others write too, as the platform's settings.
  let isShared: Bool

  init(_ change: Change, _ rendered: Manifest? = nil) {
    let manifest = change.desired?.manifest ?? rendered
    reference = change.reference
    isDesired = change.desired != nil
    isLeftover = change.isLeftover
    body = change.desired?.body ?? change.live ?? [:]
    isShared =
      manifest?.sharedText != nil || body.metadata.annotation(WellKnown.sharedPart) != nil
    provides = manifest?.provides ?? ResourceKind.defined(by: body)
    pending = manifest?.bindings.flatMap(\.values) ?? []
  }

  /// An object of the same cluster and namespace.
  func neighbour(_ kind: ResourceKind, _ name: String) -> ObjectReference {
    ObjectReference(
      cluster: reference.cluster,
      kind,
      namespace: reference.namespace,
      name: name,
    )
  }

  fileprivate var filledSecret: ObjectReference? { reference.filledSecret(body) }

  func annotation(_ name: String) -> String? { body.metadata.annotation(name) }

  func label(_ name: String) -> String? { body.metadata.label(name) }
}

extension ObjectReference {
  /// The Secret that cert-manager or the External Secrets Operator fills because an object with this body is there.
  func filledSecret(_ body: JSON) -> ObjectReference? {
    let name: JSON? =
      switch kind {
      case .certificate: body["spec"]?["secretName"]
      case .externalSecret: body["spec"]?["target"]?["name"]
      default: nil
      }
    return name?.stringValue.map {
      ObjectReference(cluster: cluster, .secret, namespace: namespace, name: $0)
    }
  }
}

/// The objects of a graph, to be found by reference, or by kind and cluster.
///
/// Every object asks it, so that no answer may take longer the more clusters there are.
struct ObjectIndex {
  /// Where objects of one kind are.
  private struct Place: Hashable {
    let kind: ResourceKind
    let cluster: String
  }

  private let all: Set<ObjectReference>
  private let places: [Place: [OrderedObject]]
  /// The bindings that give an account its rights.
  private let bindings: [ObjectReference: [ObjectReference]]
  /// What has Secrets filled that are no objects of the graph, by those Secrets.
  private let fillers: [ObjectReference: [ObjectReference]]
  /// The inventories of each cluster.
  private let records: [String: [ObjectReference]]

  init(_ objects: [OrderedObject]) {
    all = Set(objects.map(\.reference))
    places = Dictionary(grouping: objects) { object in
      Place(kind: object.reference.kind, cluster: object.reference.cluster)
    }
    bindings = objects.reduce(into: [:]) { bindings, object in
      for account in object.boundAccounts {
        bindings[account, default: []].append(object.reference)
      }
    }
    fillers = objects.reduce(into: [:]) { fillers, object in
      if let secret = object.filledSecret { fillers[secret, default: []].append(object.reference) }
    }
    records = Dictionary(grouping: objects.filter(\.isInventory).map(\.reference), by: \.cluster)
  }

  func contains(_ reference: ObjectReference) -> Bool { all.contains(reference) }

  /// The objects of some kinds on one cluster.
  func objects(_ kinds: ResourceKind..., on cluster: String) -> [OrderedObject] {
    kinds.flatMap { places[Place(kind: $0, cluster: cluster)] ?? [] }
  }

  /// The bindings that name an account.
  func bindings(of account: ObjectReference) -> [ObjectReference] { bindings[account] ?? [] }

  /// What has a Secret filled, as a Certificate does.
  func fillers(of secret: ObjectReference) -> [ObjectReference] { fillers[secret] ?? [] }

  /// The inventories of one cluster.
  func inventories(on cluster: String) -> [ObjectReference] { records[cluster] ?? [] }

  /// The objects of a cluster that make others' kinds known.
  func providers(of kind: ResourceKind, on cluster: String) -> [OrderedObject] {
    objects(.subscription, on: cluster).filter { $0.provides.contains(kind) || $0.provides.isEmpty }
      + objects(.deployment, .customResourceDefinition, on: cluster)
      .filter { $0.provides.contains(kind) }
  }

  func definitions(of kind: ResourceKind, on cluster: String) -> [OrderedObject] {
    objects(.customResourceDefinition, on: cluster).filter { $0.provides.contains(kind) }
  }
}
