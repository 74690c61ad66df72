import JSON

extension Cluster {
  /// Answers a request to this cluster: who asks, whether they may, then what for.
  func answer(_ request: APIRequest, _ action: Action) throws(APIStatus) -> Reply {
    let identity = try identity(of: request)
    if hasAccessRules { try authorize(request, action, identity) }
    // Behind the question of rights, since those paths have rules of their own.
    if ["healthz", "readyz", "livez"].contains(request.path.first) {
      // Of its parts, these are what people ask for.
      let isKnown = request.path.dropFirst().allSatisfy(["ping", "etcd", "log"].contains)
      return isKnown ? .text("ok") : .text("404 page not found\n", code: 404)
    }
    // Before anything is done: who cannot take the answer has nothing changed.
    let isWatch = request.query.flag("watch")
    guard let notation = Notation.acceptable(request.accept), !isWatch || notation == .json else {
      throw .notAcceptable(isWatch: isWatch)
    }
    let review = try read { (state) throws(APIStatus) in
      try Reviewer(state: state, identity: identity, hasAccessRules: hasAccessRules).answer(request)
    }
    if let review { return .json(review, code: 201) }
    let resources = try read { $0.resources }
    let discovery = Discovery(context: context, resources: resources + reviewResources)
    if let document = discovery.document(at: request.path, accept: request.accept) {
      guard request.method == "GET" else { throw .methodNotAllowed() }
      return .json(document.json, type: document.type)
    }
    guard let endpoint = Endpoint(request.path, resources) else { throw .noSuchPath }
    return try answer(request, at: endpoint, by: identity)
  }

  /// Who asks.
  ///
  /// Without access rules nobody is asked who they are, as by an API server without
  /// authentication; but a token that the cluster gave out and took back is refused.
  private func identity(of request: APIRequest) throws(APIStatus) -> Identity {
    let own = try read { (state) throws(APIStatus) in
      guard let token = request.bearerToken else { return Identity.administrator }
      if let issued = state.identity(of: token) { return Identity(issued) }
      if hasAccessRules || state.tokens[token] != nil { throw .unauthorized }
      return .administrator
    }
    guard let name = request.impersonatedUser else { return own }
    return Identity(impersonating: name, groups: request.impersonatedGroups)
  }

  /// Refuses with 403 what no role gives, in the words that the API server has for it.
  private func authorize(
    _ request: APIRequest,
    _ action: Action,
    _ identity: Identity,
  ) throws(APIStatus) {
    let permission = Permission(action)
    let isAllowed = try read { $0.allows(permission, to: identity) }
    guard isAllowed else { throw .forbidden(action, by: identity.name) }
  }
}
