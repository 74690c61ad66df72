import Facts
import JSON
import Objects
import Plan

let hub = "hub"
let spoke = "spoke"

/// Why a cluster does not answer, wherever a test has one that does not.
let silence = UnknownCluster.unreachable(.transport(TransportError(.refused, url: "https://x")))

/// What an API server says in a `Status`.
func said(_ code: Int, _ message: String) -> APIStatus {
  let status: JSON = ["kind": "Status", "message": .string(message)]
  return APIStatus(code: code, body: status.bytes())
}

/// An object of the fleet `f`, in namespace `n` where it has one.
func reference(
  _ kind: ResourceKind,
  _ name: String,
  on cluster: String = hub,
  in namespace: String = "n",
) -> ObjectReference {
  ObjectReference(cluster: cluster, kind, namespace: namespace, name: name)
}

func manifest(
  _ kind: ResourceKind,
  _ name: String,
  on cluster: String = hub,
  _ fields: JSON = [:],
  bindings: [Binding] = [],
  provides: [ResourceKind] = [],
) -> Manifest {
  let labels: JSON = ["metadata": ["labels": ["fedctl.dev/fleet": "f"]]]
  return Manifest(
    reference(kind, name, on: cluster),
    labels.merging(fields),
    bindings: bindings,
    provides: provides,
  )
}

extension Manifest {
  /// The live object after this manifest was applied: what was sent is ours.
  var applied: JSON {
    body.merging(["metadata": ["uid": .string("uid of \(reference)")]]).owned(by: "fedctl")
  }
}

extension JSON {
  /// With the object's own fields as what a manager owns; lists of named items by their names.
  func owned(by manager: String, _ operation: String = "Apply") -> JSON {
    var fields = fieldsV1.objectValue ?? [:]
    fields["f:apiVersion"] = nil
    fields["f:kind"] = nil
    var metadata = fields["f:metadata"]?.objectValue ?? [:]
    for key in ["f:name", "f:namespace", "f:uid", "f:managedFields"] { metadata[key] = nil }
    fields["f:metadata"] = .object(metadata)
    let entry: JSON = [
      "manager": .string(manager), "operation": .string(operation), "fieldsV1": .object(fields),
    ]
    let others = self["metadata"]?["managedFields"]?.arrayValue ?? []
    return setting(FieldPath(keys: "metadata", "managedFields"), to: .array(others + [entry]))
  }

  private var fieldsV1: JSON {
    switch self {
    case .object(let members):
      return .object(JSONObject(members.map { ("f:\($0.key)", $0.value.fieldsV1) }))
    case .array(let items) where !items.isEmpty && items.allSatisfy { $0["name"] != nil }:
      return .object(
        JSONObject(
          items.map { item in
            (#"k:{"name":\#(item["name"]?.text() ?? "")}"#, item.fieldsV1)
          }
        )
      )
    default: return [:]
    }
  }
}

/// A state in which the clusters answer and hold some objects.
func live(
  _ objects: [ObjectReference: JSON] = [:],
  unknown: [String] = [],
  missing: Set<String> = [],
  on names: [String] = [hub, spoke],
) -> LiveState {
  var clusters: [String: LiveCluster] = [:]
  for name in names {
    let identity = ClusterIdentity(context: name, server: "https://\(name)", uid: "uid-\(name)")
    clusters[name] = .reached(
      ClusterSnapshot(
        identity: identity,
        objects: objects.filter { $0.key.cluster == name },
        missingNamespaces: missing,
      )
    )
  }
  for name in unknown { clusters[name] = .unknown(silence) }
  return LiveState(clusters: clusters)
}

func planning(
  _ manifests: [Manifest],
  _ live: LiveState,
  answers: [ObjectReference: ServerAnswer] = [:],
  settings: PlanSettings = PlanSettings(),
  on names: [String] = [hub, spoke],
) throws -> ChangePlan {
  let clusters = names.map { name in
    let condition: PlannedCluster.Condition =
      live.snapshot(of: name).map { .reached($0.identity) } ?? .unknown(silence)
    return PlannedCluster(name: name, context: name, condition: condition, isLeaving: false)
  }
  let input = PlanInput(
    fleet: "f",
    hub: hub,
    clusters: clusters,
    manifests: manifests,
    settings: settings,
  )
  return try planChanges(input, live: live, answers: answers)
}
