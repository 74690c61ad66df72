import JSON

extension Cluster {
  /// Answers a request for objects.
  func answer(_ request: APIRequest, at endpoint: Endpoint) throws(APIStatus) -> Reply {
    let resource = endpoint.resource
    switch (request.method, endpoint.name) {
    case ("GET", let name?) where !request.query.flag("watch"):
      return try read { (state) throws(APIStatus) in
        guard let object = state.object(resource, endpoint.objectName) else {
          throw .notFound(resource, name)
        }
        return .json(object)
      }
    case ("GET", let name):
      let filter = try ObjectFilter(resource, in: endpoint.namespace, name: name, request.query)
      if request.query.flag("watch") { return .stream(try watch(filter, request.query)) }
      return .json(
        try read { (state) throws(APIStatus) in try state.listed(filter, request.query) }
      )
    case ("POST", _?) where endpoint.subresource == "token":
      let body = try decoded(request.body)
      let token = try write { (state) throws(APIStatus) in
        try state.requestToken(body, for: endpoint.objectName)
      }
      return .json(token, code: 201)
    case ("POST", nil), ("PUT", _?), ("PATCH", _?), ("DELETE", _):
      return try change(request, endpoint)
    default: throw .methodNotAllowed()
    }
  }

  private func change(_ request: APIRequest, _ endpoint: Endpoint) throws(APIStatus) -> Reply {
    let resource = endpoint.resource
    let name = endpoint.objectName
    let options = try WriteOptions(request, subresource: endpoint.subresource)
    switch request.method {
    case "POST":
      let body = try decoded(request.body)
      let object = try write { (state) throws(APIStatus) in
        try state.create(body, resource, in: name.namespace, options)
      }
      return .json(object, code: 201)
    case "PUT":
      let body = try decoded(request.body)
      return .json(
        try write { (state) throws(APIStatus) in try state.update(body, resource, name, options) }
      )
    case "PATCH":
      let (object, isNew) = try write { (state) throws(APIStatus) in
        try state.patch(request.body, type: request.contentType, resource, name, options)
      }
      return .json(object, code: isNew ? 201 : 200)
    default: return try delete(request, endpoint)
    }
  }

  private func delete(_ request: APIRequest, _ endpoint: Endpoint) throws(APIStatus) -> Reply {
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
    return .json(
      try write { (state) throws(APIStatus) in
        let list = try state.listed(filter, request.query)
        for object in list["items"]?.arrayValue ?? [] {
          let name = ObjectName(namespace: object.namespace, name: object.name)
          _ = try state.delete(resource, name, options)
        }
        return list
      }
    )
  }

  /// An object that is gone is answered with a status, one that is still going with itself.
  private func deleted(_ object: JSON, _ resource: Resource) -> JSON {
    guard !object.isTerminating else { return object }
    var details = APIStatus.details(resource, object.name).objectValue ?? [:]
    details["uid"] = .string(object.uid)
    return [
      "kind": "Status", "apiVersion": "v1", "metadata": [:], "status": "Success",
      "details": .object(details),
    ]
  }
}
