import Digest
import Fleet
import JSON
import Objects

/// Pods of one part of the hub and what they all share, before it is said what kind of object
/// keeps them running.
struct Workload {
  let site: Site
  let part: Part
  let component: Component
  var replicas: Int
  /// The object's and its pods' container's.
  var name: String { part.name }
  /// The ServiceAccount that its pods run as.
  var account: String
  var containers: [Container]
  var volumes: [JSON]
  /// Text that the process reads only once: when it changes, the pods are replaced.
  var configuration: String?
  var graceSeconds: Int64?
  var spreading = PodSpread.preferred
  /// How many pods may be away at once without anybody noticing.
  var dispensable = 1
  let user: ImageUser
  let usesNodeNetwork: Bool

  init(
    _ part: Part,
    _ component: Component,
    at site: Site,
    replicas: Int? = nil,
    containers: [Container],
    volumes: [JSON],
    configuration: String? = nil,
    graceSeconds: Int64? = nil,
    user: ImageUser = .thanos,
    account: String? = nil,
    usesNodeNetwork: Bool = false,
  ) {
    self.site = site
    self.part = part
    self.component = component
    self.replicas = replicas ?? component.replicas
    self.containers = containers
    self.volumes = volumes
    self.configuration = configuration
    self.graceSeconds = graceSeconds
    self.user = user
    self.account = account ?? part.name
    self.usesNodeNetwork = usesNodeNetwork
  }

  /// A Deployment: what its pods write is gone with them, whatever volume they write it to.
  func deployment() -> Manifest {
    let data = component.storage?.ephemeralVolume(Self.data) ?? scratchVolume(Self.data)
    return site.manifest(.deployment, name, of: part, ["spec": .object(spec(data: data))])
  }

  /// A StatefulSet, whose pods keep what they write where the component has storage.
  func statefulSet(service: String) -> Manifest {
    let claim = component.storage?.claim
    var spec = spec(data: claim == nil ? scratchVolume(Self.data) : nil)
    spec["serviceName"] = .string(service)
    // Pods need not wait for each other: none of the parts depends on its siblings.
    spec["podManagementPolicy"] = "Parallel"
    if let claim {
      spec["volumeClaimTemplates"] = [["metadata": ["name": .string(Self.data)], "spec": claim]]
    }
    return site.manifest(.statefulSet, name, of: part, ["spec": .object(spec)])
  }

  /// A DaemonSet: one pod on every node that it may run on.
  func daemonSet() -> Manifest {
    var spec = spec(data: nil)
    spec["replicas"] = nil
    return site.manifest(.daemonSet, name, of: part, ["spec": .object(spec)])
  }

  /// Nothing for a single pod, which drained nodes could then never be rid of.
  func disruptionBudget() -> [Manifest] {
    guard replicas > 1 else { return [] }
    return [site.disruptionBudget(of: part, site.matching(part), dispensable: dispensable)]
  }

  /// The volume that a part's own data goes to.
  static let data = "data"

  /// The annotation of pods by which they are replaced when a text changes that they read only once.
  static func replacing(with text: String) -> JSON {
    [WellKnown.podConfiguration: .string(Digest.sha256(text).hexadecimal)]
  }

  private var placement: JSON {
    component.placement(of: site.matching(part), count: replicas, spreading: spreading)
  }

  /// With a volume claim for each pod where there are data.
  private func spec(data: JSON?) -> JSONObject {
    let writes = containers.contains { $0.mounts.contains { $0.volume == Self.data } }
    return [
      "replicas": .integer(Int64(replicas)),
      "selector": site.matching(part),
      "template": template(volumes + (writes ? [data].compactMap(\.self) : [])),
    ]
  }

  /// The pod, restricted as far as its container allows.
  private func template(_ volumes: [JSON]) -> JSON {
    [
      "metadata": .fields([
        "labels": .map(site.podLabels(part)),
        "annotations": configuration.map(Self.replacing(with:)),
      ]),
      "spec": .fields([
        "serviceAccountName": .string(account),
        "hostNetwork": usesNodeNetwork ? .bool(true) : nil,
        "securityContext": site.podSecurityContext(user),
        "terminationGracePeriodSeconds": graceSeconds.map(JSON.integer),
        "containers": .array(containers.map(\.json)),
        "volumes": .array(volumes),
      ]).merging(placement),
    ]
  }
}
