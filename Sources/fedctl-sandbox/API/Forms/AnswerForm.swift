import JSON

/// The form in which a client asks for objects, by its `Accept` header.
enum AnswerForm: Sendable {
  /// Objects as they are kept.
  case whole
  /// Rows with the columns that `kubectl get` shows.
  case table(objects: TableObjects)
  /// `PartialObjectMetadata`, or a list of it: what controllers ask for that look at owners alone.
  case metadataOnly(isList: Bool)

  /// How much of its object a row of a table carries.
  enum TableObjects: String, Sendable {
    case metadata = "Metadata"
    case all = "Object"
    case none = "None"
  }

  /// The first form of the header that the sandbox has; objects as they are for all others.
  init(accept: String, includeObject: String?) {
    for words in acceptedTypes(accept) {
      // Clients name what they like best first, and plain JSON for servers that do not have it.
      guard let type = words.first, type == "*/*" || Notation(rawValue: type) != nil else {
        continue
      }
      if words.contains("as=Table") {
        self = .table(objects: includeObject.flatMap(TableObjects.init) ?? .metadata)
        return
      }
      if words.contains(where: { $0.hasPrefix("as=PartialObjectMetadata") }) {
        self = .metadataOnly(isList: words.contains("as=PartialObjectMetadataList"))
        return
      }
      break
    }
    self = .whole
  }

  /// Refuses a list of one object, and one object of a list; what is watched are single ones.
  func check(isList: Bool, _ resource: Resource) throws(APIStatus) {
    guard case .metadataOnly(let asksForList) = self, asksForList != isList else { return }
    let form = "PartialObjectMetadata" + (asksForList ? "List" : "")
    throw APIStatus(
      code: 406,
      reason: "NotAcceptable",
      message: "you requested \(form), but the requested object is \(isList ? "a" : "not a") list "
        + "(\(resource.kind)\(isList ? "List" : ""))",
      details: [:],
    )
  }

  /// One object, as it is asked for through a kind's path.
  func shown(_ object: JSON, _ resource: Resource) -> JSON {
    switch self {
    case .whole: resource.labelled(object)
    case .table(let objects):
      object["kind"] == "Status" ? object : rows(of: [object], resource, objects: objects)
    case .metadataOnly: object.metadataAlone
    }
  }

  /// A list.
  ///
  /// The items of built-in kinds have no kind of their own in it.
  func shown(list: JSON, _ resource: Resource) -> JSON {
    let items = list["items"]?.arrayValue ?? []
    var result = list.objectValue ?? [:]
    switch self {
    case .whole:
      result["items"] = .array(items.map { $0.asItem(of: resource) })
    case .table(let objects):
      let table = rows(of: items, resource, objects: objects)
      return .object(
        JSONObject(
          (table.objectValue ?? [:]).map { member in
            (member.key, member.key == "metadata" ? list["metadata"] ?? [:] : member.value)
          }
        )
      )
    case .metadataOnly:
      result["kind"] = "PartialObjectMetadataList"
      result["apiVersion"] = "meta.k8s.io/v1"
      result["items"] = .array(items.map(\.metadataAlone))
    }
    return .object(result)
  }

  /// What a watch sends; bookmarks and errors stay as they are.
  func shown(event: JSON, _ resource: Resource) -> JSON {
    guard let object = event["object"], event["type"] != "BOOKMARK", event["type"] != "ERROR",
      case .object(var members) = event
    else { return event }
    members["object"] = shown(object, resource)
    return .object(members)
  }
}

extension APIRequest {
  var form: AnswerForm { AnswerForm(accept: accept, includeObject: query["includeObject"]) }
}

extension Resource {
  /// An object under the version by which it was asked for: all versions of a kind are one here.
  fileprivate func labelled(_ object: JSON) -> JSON {
    guard object["kind"] == .string(kind), object["apiVersion"] != .string(apiVersion) else {
      return object
    }
    return downgraded(object).setting(FieldPath(keys: "apiVersion"), to: .string(apiVersion))
  }
}

extension JSON {
  /// An object as it stands in a list: Go writes kinds into lists only of what it does not know.
  fileprivate func asItem(of resource: Resource) -> JSON {
    let object = resource.labelled(self)
    guard !resource.isCustom, case .object(var members) = object else { return object }
    members["kind"] = nil
    members["apiVersion"] = nil
    return .object(members)
  }

  /// An object of which only the metadata is told.
  var metadataAlone: JSON {
    [
      "kind": "PartialObjectMetadata", "apiVersion": "meta.k8s.io/v1",
      "metadata": .object(metadata),
    ]
  }
}
