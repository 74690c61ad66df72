import JSON

/// What a scale is called in errors.
private let scaleKind = Resource(
  group: "autoscaling",
  version: "v1",
  kind: "Scale",
  plural: "scales",
)

/// The `scale` subresource: how many of something there are to be, whatever its kind.
extension ClusterState {
  /// An object as a Scale.
  func scale(of object: JSON, _ resource: Resource) -> JSON {
    let paths = resource.scalePaths
    let count = object[paths.specReplicas] ?? 0
    var metadata = JSONObject()
    for key in ["name", "namespace", "uid", "resourceVersion", "creationTimestamp"] {
      metadata[key] = object.metadata[key]
    }
    var status: JSONObject = ["replicas": object[paths.statusReplicas] ?? 0]
    let labels = object["spec"]?["selector"]?["matchLabels"]?.objectValue ?? [:]
    if !labels.isEmpty {
      let words = labels.map { "\($0.key)=\($0.value.stringValue ?? "")" }.sorted()
      status["selector"] = .string(words.joined(separator: ","))
    }
    return [
      "kind": "Scale", "apiVersion": "autoscaling/v1", "metadata": .object(metadata),
      "spec": count == 0 ? [:] : ["replicas": count], "status": .object(status),
    ]
  }

  /// Changes the count of an object through its Scale.
  mutating func scale(
    _ request: APIRequest,
    _ endpoint: Endpoint,
    _ options: WriteOptions,
  ) throws(APIStatus) -> Outcome {
    let (resource, name) = (endpoint.resource, endpoint.objectName)
    guard let live = object(resource, name) else { throw .notFound(resource, name.name) }
    let scale = scale(of: live, resource)
    let schema = Schemas.known.kind("Scale", version: "autoscaling/v1")
    let body: Body
    if request.method == "PUT" {
      body = try Body(request, kind: "Scale")
    } else if request.isApply {
      body = Body(mergePatched(scale, try Body(yaml: request.body).value))
    } else {
      let form = try PatchForm(request.contentType.prefix { $0 != ";" }, scaleKind)
      let patch = try form.decoded(request.body)
      body = Body(try form.patched(scale, patch, schema), isPatched: true)
    }
    let wanted = try options.decoded(body, scaleKind, schema).value
    try checkPreconditions(wanted, live, resource)
    let count = wanted["spec"]?["replicas"] ?? 0
    var problems = Problems()
    problems.notNegative(Place(count, at: "spec.replicas"))
    guard problems.isEmpty else { throw .invalid(scaleKind, name.name, problems.fields) }
    // Through the ordinary way in, so that rules hold and the writer owns the count, as `scale` in
    // managedFields.
    let next = live.setting(resource.scalePaths.specReplicas, to: count)
    let outcome = try admit(next, over: live, resource, options)
    return Outcome(object: self.scale(of: outcome.object, resource), warnings: outcome.warnings)
  }
}

extension Resource {
  /// Where a kind keeps its counts; definitions may have others than `spec.replicas`.
  fileprivate var scalePaths: (specReplicas: FieldPath, statusReplicas: FieldPath) {
    let definition = Schemas.known.definitions["\(apiVersion) \(kind)"]?["subresources"]?["scale"]
    return (
      path(definition?["specReplicasPath"]?.stringValue ?? ".spec.replicas"),
      path(definition?["statusReplicasPath"]?.stringValue ?? ".status.replicas"),
    )
  }

  /// A definition's `.spec.replicas` as a path.
  private func path(_ text: String) -> FieldPath {
    FieldPath(text.split(separator: ".").map { .key(String($0)) })
  }
}
