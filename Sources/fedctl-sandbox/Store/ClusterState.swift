import JSON

/// What one cluster holds, and how it takes writes.
///
/// A value: whoever holds it sees to the locking.
struct ClusterState: Sendable {
  let context: String
  var resources = builtInResources
  private(set) var revision = 1
  /// Objects by qualified resource name.
  private(set) var objects: [String: [ObjectName: JSON]] = [:]
  /// The newest changes, oldest first, for watches that begin in the past.
  private(set) var history: [Change] = []
  /// The revision up to which changes were forgotten.
  private(set) var forgotten = 0
  /// The tokens given out, by their text.
  var tokens: [String: IssuedToken] = [:]
  /// Whether the router leaves new Routes alone, which a fault asks for.
  var isNeverAdmitted = false
  /// Changes nobody was told of yet.
  private var untold: [Change] = []

  private static let historyLimit = 20_000

  init(context: String) { self.context = context }

  func object(_ resource: Resource, _ name: ObjectName) -> JSON? {
    objects[resource.qualifiedName]?[name]
  }

  /// The objects of a kind in order of namespace and name; of one namespace, if one is given.
  func list(_ resource: Resource, in namespace: String?) -> [JSON] {
    (objects[resource.qualifiedName] ?? [:])
      .filter { namespace == nil || $0.key.namespace == namespace }
      .sorted { $0.key < $1.key }
      .map(\.value)
  }

  func resource(kind: String) -> Resource? { resources.first { $0.kind == kind } }

  /// Keeps an object under the next revision and returns it with that.
  mutating func put(_ object: JSON, _ resource: Resource) -> JSON {
    let name = ObjectName(namespace: object.namespace, name: object.name)
    let previous = self.object(resource, name)
    revision += 1
    var object = object
    object.setMetadata("resourceVersion", to: .string(String(revision)))
    objects[resource.qualifiedName, default: [:]][name] = object
    note(previous == nil ? .added : .modified, object, previous, resource)
    return object
  }

  mutating func drop(_ object: JSON, _ resource: Resource) {
    let name = ObjectName(namespace: object.namespace, name: object.name)
    guard let previous = objects[resource.qualifiedName]?.removeValue(forKey: name) else { return }
    revision += 1
    var object = object
    object.setMetadata("resourceVersion", to: .string(String(revision)))
    note(.deleted, object, previous, resource)
  }

  mutating func takeUntold() -> [Change] {
    defer { untold = [] }
    return untold
  }

  private mutating func note(
    _ verb: Change.Verb,
    _ object: JSON,
    _ previous: JSON?,
    _ resource: Resource,
  ) {
    let change = Change(
      verb: verb,
      resource: resource,
      object: object,
      previous: previous,
      revision: revision,
    )
    untold.append(change)
    history.append(change)
    guard history.count > Self.historyLimit else { return }
    forgotten = history[Self.historyLimit / 2 - 1].revision
    history.removeFirst(Self.historyLimit / 2)
  }
}
