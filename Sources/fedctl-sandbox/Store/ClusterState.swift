import JSON

/// What one cluster holds, and how it takes writes.
///
/// A value: whoever holds it sees to the locking.
struct ClusterState: Sendable {
  /// The name of the cluster, which hosts and certificates bear.
  let context: String
  /// What is served, which definitions add to while the cluster runs.
  var resources = builtInResources
  /// Counts all writes to the cluster; every object bears that of its last one.
  private(set) var revision = 1
  /// Objects by qualified resource name.
  private(set) var objects: [String: [ObjectName: JSON]] = [:]
  /// The newest changes, oldest first, for watches that begin in the past.
  private(set) var history: [Change] = []
  /// The revision up to which changes were forgotten.
  private(set) var forgotten = 0
  /// The types of the kinds that definitions brought, by `apps.example/v1 Kind`.
  var customSchemas: [String: Schema] = [:]
  /// The tokens given out, by their text.
  var tokens: [String: IssuedToken] = [:]
  /// Whether the router leaves new Routes alone, which a fault asks for.
  var isNeverAdmitted = false
  /// By how many seconds the cluster's clock is off, which a fault asks for.
  var skew = 0.0
  /// Changes nobody was told of yet.
  private var untold: [Change] = []

  /// In changes: enough for watches that begin some minutes back.
  private static let historyLimit = 20_000

  /// A cluster without any object.
  init(context: String) { self.context = context }

  /// An object by its place, in the form of the version that is asked for; nil where there is none.
  func object(_ resource: Resource, _ name: ObjectName) -> JSON? {
    objects[resource.qualifiedName]?[name].map(resource.downgraded)
  }

  /// The objects of a kind in order of namespace and name; of one namespace, if one is given.
  func list(_ resource: Resource, in namespace: String?) -> [JSON] {
    (objects[resource.qualifiedName] ?? [:])
      .filter { namespace == nil || $0.key.namespace == namespace }
      .sorted { $0.key < $1.key }
      .map(\.value)
  }

  /// The first kind of a name that is served.
  func resource(kind: String) -> Resource? { resources.first { $0.kind == kind } }

  /// What is served, each kind in one version: its objects are the same in all.
  var kinds: [Resource] {
    var seen: Set<String> = []
    return resources.filter { seen.insert($0.qualifiedName).inserted }
  }

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

  /// Has an object stand where it belongs, as it is, without anybody being told.
  mutating func hold(_ object: JSON, _ resource: Resource) {
    let name = ObjectName(namespace: object.namespace, name: object.name)
    objects[resource.qualifiedName, default: [:]][name] = object
  }

  /// Removes an object; its last form is told to watchers under a revision of its own.
  mutating func drop(_ object: JSON, _ resource: Resource) {
    let name = ObjectName(namespace: object.namespace, name: object.name)
    guard let previous = objects[resource.qualifiedName]?.removeValue(forKey: name) else { return }
    revision += 1
    var object = object
    object.setMetadata("resourceVersion", to: .string(String(revision)))
    note(.deleted, object, previous, resource)
  }

  /// Now, by the cluster's own clock.
  var now: String { timestamp(after: skew) }

  /// Lets no watch begin before this moment any more.
  mutating func forgetHistory() {
    history = []
    forgotten = revision
  }

  /// The changes since this was last asked, in order.
  mutating func takeUntold() -> [Change] {
    defer { untold = [] }
    return untold
  }

  /// Keeps a change for watches, up to a limit: the older half goes then.
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
