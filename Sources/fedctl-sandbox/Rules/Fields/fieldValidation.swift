import JSON

extension WriteOptions {
  /// A body without unknown fields, or the refusal that strict validation asks for.
  func validated(_ body: JSON, _ resource: Resource, _ schema: Schema) throws(APIStatus) -> JSON {
    let unknown = unknownFields(in: body, schema)
    guard !unknown.isEmpty else { return body }
    guard fieldValidation == "Strict" else { return pruned(body, schema) }
    throw .badRequest(
      "\(resource.kind) in version \"\(resource.version)\" cannot be handled as a "
        + "\(resource.kind): strict decoding error: \(words(unknown))"
    )
  }

  /// The same for the outcome of a patch.
  func validatedPatch(
    _ result: JSON,
    _ resource: Resource,
    _ schema: Schema,
  ) throws(APIStatus) -> JSON {
    let unknown = unknownFields(in: result, schema)
    guard !unknown.isEmpty else { return result }
    guard fieldValidation == "Strict" else { return pruned(result, schema) }
    let why = InvalidField(
      reason: .invalid,
      message: "Invalid value: strict decoding error: \(words(unknown))",
      path: "patch",
    )
    throw .invalid(resource, result.name, [why])
  }

  /// Server-side apply has no place for a field without a type, however lenient the client is.
  func validatedConfiguration(
    _ configuration: JSON,
    _ resource: Resource,
    _ schema: Schema,
  ) throws(APIStatus) {
    guard let first = unknownFields(in: configuration, schema).first else { return }
    let place = [configuration.namespace, configuration.name].filter { !$0.isEmpty }
    let version = resource.group.isEmpty ? "/\(resource.version)" : resource.apiVersion
    throw APIStatus(
      code: 500,
      reason: "",
      message: "failed to create typed patch object (\(place.joined(separator: "/")); \(version), "
        + "Kind=\(resource.kind)): \(first.typedPath): field not declared in schema",
    )
  }

  private func words(_ unknown: [UnknownField]) -> String {
    unknown.map { "unknown field \"\($0.plainPath)\"" }.joined(separator: ", ")
  }
}
