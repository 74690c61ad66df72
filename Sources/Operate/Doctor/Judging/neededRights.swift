import JSON
import Kubernetes
import Objects
import Plan

/// What somebody must be allowed on one cluster.
struct NeededRights: Hashable, Sendable {
  /// Without which it cannot be done.
  var must: Set<Right> = []
  /// Without which less is seen, or less cleaned up.
  var may: Set<Right> = []
}

extension NeededRights {
  /// What it takes to read, or to make, these objects of one cluster; the roles of `examples/rbac` hold all of it.
  ///
  /// - `manifests`: all of the fleet, of which those of other clusters tell what the hub is asked for.
  init(
    for purpose: RightsPurpose,
    on cluster: String,
    of manifests: [Manifest],
    namespace: String,
    hub: String,
  ) {
    let here = manifests.filter { $0.reference.cluster == cluster }
    must.insert(Right("get", "", "namespaces", names: ["kube-system"]))
    for manifest in here { add(manifest.reference, for: purpose) }
    if purpose == .apply { addHosts(here) }
    if here.contains(where: { $0.reference.kind == .subscription }) {
      addOperators(here.compactMap(\.package), for: purpose, in: namespace)
    }
    if here.contains(where: \.asksForVolumes) { addStorage(here, for: purpose) }
    for supply in here.supplies.values.joined() {
      add(["get"], supply.kind, in: supply.namespace, names: [supply.name], to: \.may)
    }
    if cluster == hub { addHub(manifests, for: purpose, in: namespace) }
    if purpose == .apply {
      for namespace in Set(here.filter(\.asksForPods).compactMap(\.reference.namespace)) {
        add(["get", "list"], .pod, in: namespace, to: \.may)
        add(["get", "list"], .event, in: namespace, to: \.may)
      }
    }
  }

  private mutating func add(_ object: ObjectReference, for purpose: RightsPurpose) {
    let kind = object.kind
    // A namespace is asked for by its name where the list of all may not be read.
    let reading = kind == .namespace ? ["get"] : ["get", "list"]
    let names: Set<String> = kind == .namespace ? [object.name] : []
    add(reading, kind, in: object.namespace, names: names, to: \.must)
    guard purpose == .apply else { return }
    add(["create", "patch"], kind, in: object.namespace, names: names, to: \.must)
    add(
      kind == .namespace ? ["delete"] : ["watch", "delete"],
      kind,
      in: object.namespace,
      names: names,
      to: \.may,
    )
    if kind == .role || kind == .clusterRole {
      add(["escalate", "bind"], kind, in: object.namespace, to: \.must)
    }
  }

  /// OpenShift lets not everybody choose a Route's host or certificate who may make Routes.
  private mutating func addHosts(_ manifests: [Manifest]) {
    for route in manifests where route.reference.kind == .route {
      let spec = route.body["spec"]
      guard spec?["host"] != nil || spec?["tls"]?["externalCertificate"] != nil else { continue }
      for verb in ["create", "update"] {
        must.insert(
          Right(
            verb,
            route.reference.kind.group,
            "routes/custom-host",
            in: route.reference.namespace,
          )
        )
      }
    }
  }

  /// What OLM makes of a Subscription, and where its packages are.
  private mutating func addOperators(
    _ packages: [ObjectReference],
    for purpose: RightsPurpose,
    in namespace: String,
  ) {
    for package in packages { add(["get"], .packageManifest, in: package.namespace, to: \.may) }
    guard purpose == .apply else { return }
    add(["get", "list", "patch"], .installPlan, in: namespace, to: \.must)
    add(["get", "list"], .clusterServiceVersion, in: namespace, to: \.must)
    add(["watch"], .installPlan, in: namespace, to: \.may)
    add(["watch", "delete"], .clusterServiceVersion, in: namespace, to: \.may)
  }

  private mutating func addStorage(_ manifests: [Manifest], for purpose: RightsPurpose) {
    add(["list"], .storageClass, in: nil, to: \.may)
    for namespace in Set(manifests.filter(\.asksForVolumes).compactMap(\.reference.namespace)) {
      add(["list"], .persistentVolumeClaim, in: namespace, to: \.may)
      if purpose == .apply { add(["patch"], .persistentVolumeClaim, in: namespace, to: \.may) }
    }
  }

  /// The lock, and the tokens that expire.
  private mutating func addHub(
    _ manifests: [Manifest],
    for purpose: RightsPurpose,
    in namespace: String,
  ) {
    if purpose == .apply { add(["get", "create", "patch"], .lease, in: namespace, to: \.must) }
    let handOffs = manifests.flatMap(\.bindings).flatMap(\.values).flatMap(\.handOffs)
    let tokens = handOffs.filter { if case .boundToken = $0.field { true } else { false } }
    guard !tokens.isEmpty else { return }
    must.insert(Right("create", "authentication.k8s.io", "tokenreviews"))
    guard purpose == .apply else { return }
    for token in tokens {
      must.insert(Right("create", "", "serviceaccounts/token", in: token.producer.namespace))
    }
  }

  private mutating func add(
    _ verbs: [String],
    _ kind: ResourceKind,
    in namespace: String?,
    names: Set<String> = [],
    to part: WritableKeyPath<Self, Set<Right>>,
  ) {
    for verb in verbs {
      self[keyPath: part].insert(
        Right(verb, kind.group, kind.plural, in: kind.isNamespaced ? namespace : nil, names: names)
      )
    }
  }
}

extension Manifest {
  /// Whether pods are made of it.
  fileprivate var asksForPods: Bool { reference.kind.is(.workload) }
}
