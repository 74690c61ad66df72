import JSON

extension Cluster {
  /// Answers a request for objects.
  func answer(
    _ request: APIRequest,
    at endpoint: Endpoint,
    by identity: Identity,
  ) throws(APIStatus) -> Reply {
    switch (request.method, endpoint.name) {
    case ("GET", _) where endpoint.subresource != "token":
      return try answerReading(request, endpoint)
    case ("POST", _?) where endpoint.subresource == "token":
      let options = try WriteOptions(request, kind: "CreateOptions", subresource: "")
      try checkMediaType(request)
      let body = try Body(request, kind: "TokenRequest")
      let token = try write { (state) throws(APIStatus) in
        try state.requestToken(body, for: endpoint.objectName, options)
      }
      return .json(token.object, code: 201, warnings: token.warnings)
    case ("DELETE", nil) where endpoint.resource.qualifiedName == "namespaces":
      throw .methodNotAllowed()
    case ("POST", nil) where endpoint.isPlaced, ("PUT", _?), ("PATCH", _?),
      ("DELETE", _) where endpoint.subresource.isEmpty && endpoint.isPlaced:
      return try change(request, endpoint, by: identity)
    case (let method, nil)
    where endpoint.resource.isCustom && !endpoint.isPlaced && method != "GET":
      return .noPage
    default: throw .methodNotAllowed()
    }
  }

  /// GET: an object, a part of it, a list or a watch.
  private func answerReading(
    _ request: APIRequest,
    _ endpoint: Endpoint,
  ) throws(APIStatus) -> Reply {
    let resource = endpoint.resource
    guard endpoint.name == nil || request.query.flag("watch") else {
      let object = try read { (state) throws(APIStatus) in
        try state.shown(endpoint)
      }
      try request.form.check(isList: false, resource)
      return .json(request.form.shown(object, endpoint.shown))
    }
    let filter = try ObjectFilter(
      resource,
      in: endpoint.namespace,
      name: endpoint.name,
      request.query,
    )
    try checkListOptions(request.query, isWatch: request.query.flag("watch"))
    if request.query.flag("watch") {
      return .stream(try watch(filter, request.query, as: request.form))
    }
    try request.form.check(isList: true, resource)
    let list = try read { (state) throws(APIStatus) in try state.listed(filter, request.query) }
    return .json(request.form.shown(list: list, resource))
  }

  /// POST, PUT and PATCH, to an object or to its scale.
  ///
  /// Options are read first: what is wrong with them is said before anything of the object.
  private func change(
    _ request: APIRequest,
    _ endpoint: Endpoint,
    by identity: Identity,
  ) throws(APIStatus) -> Reply {
    // The server names the options in errors as Go's types are named.
    let kinds = ["POST": "CreateOptions", "PUT": "UpdateOptions", "PATCH": "PatchOptions"]
    guard let kind = kinds[request.method] else { return try delete(request, endpoint) }
    let options = try WriteOptions(request, kind: kind, subresource: endpoint.subresource)
    try checkMediaType(request)
    try request.form.check(isList: false, endpoint.resource)
    let outcome = try write { (state) throws(APIStatus) in
      if endpoint.subresource == "scale" {
        return try state.scale(request, endpoint, options)
      }
      // Only where rights are looked at does it matter who gives them to others.
      let author = hasAccessRules ? identity : nil
      return try state.write(request, endpoint.resource, endpoint.objectName, options.by(author))
    }
    return .json(
      request.form.shown(outcome.object, endpoint.shown),
      code: outcome.isNew ? 201 : 200,
      warnings: outcome.warnings,
    )
  }

  /// Refuses the body of an object in a form that nobody reads; patches have forms of their own.
  private func checkMediaType(_ request: APIRequest) throws(APIStatus) {
    guard request.method != "PATCH", !request.contentType.isEmpty else { return }
    let known = ["application/json", "application/yaml", "application/vnd.kubernetes.protobuf"]
    let type = request.contentType.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
    guard !known.contains(type) else { return }
    throw APIStatus(
      code: 415,
      reason: "UnsupportedMediaType",
      message: "the body of the request was in an unknown format - accepted media types include: "
        + known.joined(separator: ", "),
    )
  }

  /// DELETE of an object, or of all that selectors choose.
  private func delete(_ request: APIRequest, _ endpoint: Endpoint) throws(APIStatus) -> Reply {
    if !request.body.isEmpty { try checkMediaType(request) }
    let options = try DeleteOptions(request)
    let resource = endpoint.resource
    guard endpoint.name == nil else {
      return .json(
        deleted(
          try write { (state) throws(APIStatus) in
            try state.delete(resource, endpoint.objectName, options)
          },
          resource,
        )
      )
    }
    let filter = try ObjectFilter(resource, in: endpoint.namespace, request.query)
    try checkListOptions(request.query, isWatch: false)
    let form = AnswerForm.whole
    return .json(
      try write { (state) throws(APIStatus) in
        let list = try state.listed(filter, request.query)
        for object in list["items"]?.arrayValue ?? [] {
          let name = ObjectName(namespace: object.namespace, name: object.name)
          _ = try state.delete(resource, name, options)
        }
        return form.shown(list: list, resource)
      }
    )
  }

  /// An object that is gone is answered with a status, one that is still going with itself; of some
  /// kinds the object is answered in any case.
  private func deleted(_ object: JSON, _ resource: Resource) -> JSON {
    let shown = ["pods", "services", "serviceaccounts", "persistentvolumeclaims"]
    guard !object.isTerminating, !shown.contains(resource.qualifiedName) else { return object }
    var details = APIStatus.details(resource, object.name).objectValue ?? [:]
    details["uid"] = .string(object.uid)
    return [
      "kind": "Status", "apiVersion": "v1", "metadata": [:], "status": "Success",
      "details": .object(details),
    ]
  }
}

extension ClusterState {
  /// Reads the body as the method asks for it and writes.
  mutating func write(
    _ request: APIRequest,
    _ resource: Resource,
    _ name: ObjectName,
    _ options: WriteOptions,
  ) throws(APIStatus) -> Outcome {
    switch request.method {
    case "POST":
      let body = try Body(request, kind: resource.kind)
      return try create(body, resource, in: name.namespace, options)
    case "PUT": return try update(Body(request, kind: resource.kind), resource, name, options)
    default:
      return try patch(request.body, type: request.contentType, resource, name, options)
    }
  }

  /// The object, or the part of it, that a path names.
  fileprivate func shown(_ endpoint: Endpoint) throws(APIStatus) -> JSON {
    guard let object = object(endpoint.resource, endpoint.objectName) else {
      throw .notFound(endpoint.resource, endpoint.objectName.name)
    }
    return endpoint.subresource == "scale"
      ? try shownScale(of: object, endpoint.resource) : object
  }
}
