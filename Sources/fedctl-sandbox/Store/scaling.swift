import JSON

/// What a Scale is while it is written, as if it were a kind of its own.
let scaleKind = Resource(
  group: "autoscaling",
  version: "v1",
  kind: "Scale",
  plural: "scales",
)

/// What a definition's Scale says where there is no count yet: the smallest of 32 bits.
private let noCount: JSON = -2_147_483_648

/// The `scale` subresource: how many of something there are to be, whatever its kind.
extension ClusterState {
  /// An object as a Scale, as it is read.
  func shownScale(of object: JSON, _ resource: Resource) throws(APIStatus) -> JSON {
    let path = resource.scalePaths.specReplicas
    guard resource.isCustom, object[path] == nil else { return scale(of: object, resource) }
    throw APIStatus(
      code: 500,
      reason: "InternalError",
      message: "Internal error occurred: the spec replicas field \"\(path.dotted)\" does not exist",
    )
  }

  /// An object as a Scale.
  private func scale(of object: JSON, _ resource: Resource) -> JSON {
    let paths = resource.scalePaths
    let count = object[paths.specReplicas] ?? (resource.isCustom ? noCount : 0)
    var metadata = JSONObject()
    for key in ["name", "namespace", "uid", "resourceVersion", "creationTimestamp"] {
      metadata[key] = object.metadata[key]
    }
    var status: JSONObject = ["replicas": object[paths.statusReplicas] ?? 0]
    if let path = paths.selector {
      status["selector"] = object[path]
    } else {
      let labels = object["spec"]?["selector"]?["matchLabels"]?.objectValue ?? [:]
      let words = labels.map { "\($0.key)=\($0.value.stringValue ?? "")" }.sorted()
      if !words.isEmpty { status["selector"] = .string(words.joined(separator: ",")) }
    }
    return [
      "kind": "Scale", "apiVersion": "autoscaling/v1", "metadata": .object(metadata),
      "spec": count == 0 ? [:] : ["replicas": count], "status": .object(status),
    ]
  }

  /// Changes the count of an object through its Scale.
  ///
  /// The Scale is written first, as an object of its own with the owners that the count has: by PUT,
  /// by apply or by another patch. What came of it is then put into the object.
  mutating func scale(
    _ request: APIRequest,
    _ endpoint: Endpoint,
    _ options: WriteOptions,
  ) throws(APIStatus) -> Outcome {
    let (resource, name) = (endpoint.resource, endpoint.objectName)
    let live = object(resource, name)
    if live == nil, request.isApply { throw .notFound(resource, name.name) }
    let owners = ScaleOwners(
      before: live?.fieldOwners ?? [],
      apiVersion: resource.apiVersion,
      count: resource.scalePaths.specReplicas.elements,
    )
    var scale = live.map { self.scale(of: $0, resource) }
    scale?.fieldOwners = owners.ofScale
    let written = try write(scale, of: resource, name, request, options)
    let count = written.object["spec"]?["replicas"] ?? 0
    try check(count, resource, name)
    guard let live else { throw .notFound(resource, name.name) }
    var next = live.setting(resource.scalePaths.specReplicas, to: count)
    next.fieldOwners = owners.ofObject(after: written.object.fieldOwners)
    let outcome = try admit(next, over: live, resource, options, recordsUpdate: false)
    return Outcome(
      object: self.scale(of: outcome.object, resource),
      warnings: written.warnings + outcome.warnings,
    )
  }

  /// Refuses a count that is none; of definitions' kinds, their own rules say what is one.
  private func check(
    _ count: JSON,
    _ resource: Resource,
    _ name: ObjectName,
  ) throws(APIStatus) {
    if resource.isCustom {
      let path = resource.scalePaths.specReplicas.dotted
      guard count == noCount else { return }
      throw .badRequest("the spec replicas field \"\(path)\" cannot be empty")
    }
    var problems = Problems()
    problems.notNegative(Place(count, at: "spec.replicas"))
    guard problems.isEmpty else { throw .invalid(scaleKind, name.name, problems.fields) }
  }

  /// Writes a Scale aside, where nothing is kept but what comes of it.
  private func write(
    _ scale: JSON?,
    of resource: Resource,
    _ name: ObjectName,
    _ request: APIRequest,
    _ options: WriteOptions,
  ) throws(APIStatus) -> Outcome {
    if request.method == "PATCH", !request.isApply {
      _ = try PatchForm(request.contentType.prefix { $0 != ";" }, resource)
    }
    if request.isApply, resource.isCustom {
      try checkApply(Body(yaml: request.body).value, scaleKind)
      throw .noApplyToScale
    }
    var aside = self
    if let scale { aside.hold(scale, scaleKind) }
    do throws(APIStatus) {
      return try aside.write(request, scaleKind, name, options)
    } catch {
      // A Scale has no version and no uid but those of its object.
      guard error.details?["kind"] == "scales" else { throw error }
      throw error.code == 404 ? .notFound(resource, name.name) : .outdated(resource, name.name)
    }
  }
}

extension APIStatus {
  /// A server knows no types of the Scales that definitions' kinds have.
  fileprivate static let noApplyToScale = APIStatus(
    code: 500,
    reason: "",
    message: "failed to create manager for existing fields: failed to convert live object (/; "
      + "autoscaling/v1, Kind=Scale) to proper version: request to convert CR to an invalid "
      + "group/version: autoscaling/v1",
  )
}
