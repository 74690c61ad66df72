import JSON

extension WriteOptions {
  /// A body as Go's structs, or a definition's schema, take it: without unknown fields.
  ///
  /// What they do not take is a 400, or a 422 for the outcome of a patch.
  func decoded(
    _ body: Body,
    _ resource: Resource,
    _ schema: Schema,
  ) throws(APIStatus) -> (value: JSON, warnings: [String]) {
    if let problem = problem(of: body.value, resource, schema) {
      throw refusal(of: body, resource, problem)
    }
    let unknown = unknownFields(in: body.value, schema).map { "unknown field \"\($0)\"" }
    let words = body.duplicates + unknown
    guard !words.isEmpty else { return (body.value, []) }
    switch fieldValidation {
    case .strict:
      throw refusal(of: body, resource, "strict decoding error: \(words.joined(separator: ", "))")
    case .warn: return (pruned(body.value, schema), words)
    case .ignore: return (pruned(body.value, schema), [])
    }
  }

  /// Why a body does not become Go's structs.
  ///
  /// Of definitions' kinds the metadata alone does: all other types are part of their schemas, and
  /// refused as content.
  private func problem(of value: JSON, _ resource: Resource, _ schema: Schema) -> String? {
    guard resource.isCustom else {
      return decodingProblem(of: value, schema, kind: resource.kind)
        ?? conversionProblem(of: value, schema)
    }
    guard let metadata = value["metadata"], let type = schema.member("metadata") else { return nil }
    return decodingProblem(of: metadata, type, kind: "ObjectMeta")
      ?? conversionProblem(of: metadata, type)
  }

  /// The outcome of a patch is refused as a whole, with the object in the words.
  private func refusal(of body: Body, _ resource: Resource, _ why: String) -> APIStatus {
    guard body.isPatched else {
      return .badRequest(
        "\(resource.kind) in version \"\(resource.version)\" cannot be handled as a "
          + "\(resource.kind): \(why)"
      )
    }
    var problems = Problems()
    problems.invalid(Place(nil, at: "patch"), why, showing: .string(body.value.text()))
    return .invalid(kind: "", group: "", "", problems.fields)
  }

  /// Server-side apply has no place for a value without a type, however lenient the client is.
  func checkTypes(
    _ configuration: JSON,
    _ resource: Resource,
    _ schema: Schema,
  ) throws(APIStatus) {
    let problems = typeProblems(of: configuration, schema)
    guard let first = problems.first else { return }
    let all = problems.count == 1 ? first : "errors:\n  \(problems.joined(separator: "\n  "))"
    throw APIStatus(
      code: 500,
      reason: "",
      message: "failed to create typed patch object (\(configuration.typedName(resource))): \(all)",
    )
  }

  /// The values of an applied object have to become those of Go's structs.
  func checkConversion(
    _ object: JSON,
    _ resource: Resource,
    _ schema: Schema,
  ) throws(APIStatus) {
    guard !resource.isCustom, let problem = conversionProblem(of: object, schema) else { return }
    let version = resource.group.isEmpty ? "/\(resource.version)" : resource.apiVersion
    throw APIStatus(
      code: 500,
      reason: "",
      message: "failed to convert new object (\(object.typedName(resource))) to proper version: "
        + "unable to convert unstructured object to \(version), Kind=\(resource.kind): \(problem)",
    )
  }
}

extension JSON {
  /// As errors of server-side apply name an object: `namespace/name; apps/v1, Kind=Deployment`.
  fileprivate func typedName(_ resource: Resource) -> String {
    let place = [namespace, name].filter { !$0.isEmpty }.joined(separator: "/")
    let version = resource.group.isEmpty ? "/\(resource.version)" : resource.apiVersion
    return "\(place); \(version), Kind=\(resource.kind)"
  }
}
