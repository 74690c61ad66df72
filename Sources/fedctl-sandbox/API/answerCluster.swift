import JSON

/// The checks of health, each with the parts of it that people ask for.
private let healthChecks: [String: Set<String>] = [
  "healthz": ["ping", "etcd", "log"], "livez": ["ping", "etcd", "log"],
  "readyz": ["ping", "informer-sync", "log"],
]

extension Cluster {
  /// Answers a request to this cluster: who asks, whether they may, then what for.
  func answer(_ request: APIRequest, _ action: Action) throws(APIStatus) -> Reply {
    let identity = try identity(of: request)
    if hasAccessRules { try authorize(request, action, identity) }
    // Behind the question of rights, since those paths have rules of their own.
    if let check = request.path.first, let parts = healthChecks[check] {
      let isKnown =
        request.path.count == 1 || request.path.count == 2 && parts.contains(request.path[1])
      return isKnown && !request.hasOddSlashes ? .text("ok") : .noPage
    }
    if request.path == ["openapi", "v2"], request.accept.contains("protobuf") {
      return .text(Discovery.olderOpenAPI)
    }
    if let question = ProxyQuestion(request) {
      return .proxied(try read { (state) throws(APIStatus) in try state.placed(question) })
    }
    let resources = try read { $0.resources }
    let endpoint = Endpoint(request.path, resources)
    if let endpoint, let refusal = endpoint.refusal(of: request) { throw refusal }
    let discovery = Discovery(context: context, resources: resources + reviewResources)
    let document = discovery.document(at: request.path, accept: request.accept)
    let question = request.path.first == "apis" ? Endpoint(request.path, reviewResources) : nil
    let isReview = question?.name == nil && question != nil
    guard endpoint != nil || document != nil || isReview, !request.hasDoubledSlash else {
      return try nothing(at: request, resources)
    }
    if request.path == ["version"] {
      let types = acceptedTypes(request.accept).compactMap(\.first)
      guard types.contains("*/*") || types.contains("application/json") else {
        throw .notAcceptable(isWatch: false)
      }
    } else {
      try checkAcceptance(request, hasForms: endpoint != nil)
    }
    let review = try read { (state) throws(APIStatus) in
      try Reviewer(state: state, identity: identity, hasAccessRules: hasAccessRules).answer(request)
    }
    if let review { return .json(review.object, code: 201, warnings: review.warnings) }
    if let document {
      guard request.method == "GET" || isAnsweredAlways(request.path, resources) else {
        throw .methodNotAllowed()
      }
      return .json(document.json, type: document.type)
    }
    guard let endpoint else { throw .noSuchPath }
    return try answer(request, at: endpoint, by: identity)
  }

  /// Whether a document is answered whatever the method: those that are put together from what
  /// several servers serve, and those of definitions.
  private func isAnsweredAlways(_ path: [String], _ resources: [Resource]) -> Bool {
    guard path.first == "apis" else { return false }
    return path.count < 3 || resources.contains { $0.isCustom && $0.group == path[1] }
  }

  /// The answer where nothing is served.
  ///
  /// The groups that are built in answer for their versions and kinds themselves. Nobody does for
  /// others, nor for a definition's other versions and kinds.
  private func nothing(
    at request: APIRequest,
    _ resources: [Resource],
  ) throws(APIStatus) -> Reply {
    guard !request.target.hasPrefix("//"), let root = request.path.first else { return .noPage }
    let group = request.path.count > 1 ? request.path[1] : ""
    let isBuiltIn = (resources + reviewResources).contains { !$0.isCustom && $0.group == group }
    if ["api", "version"].contains(root) || root == "apis" && isBuiltIn { throw .noSuchPath }
    // A definition's object is looked for before the part of it that is asked for.
    if let last = request.path.last, let whole = Endpoint(request.path.dropLast(), resources),
      whole.resource.isCustom, let name = whole.name, !last.isEmpty
    {
      throw .notFound(whole.resource, name)
    }
    return .noPage
  }

  /// Refuses who cannot take the answer, before anything is done.
  private func checkAcceptance(_ request: APIRequest, hasForms: Bool) throws(APIStatus) {
    let isWatch = request.query.flag("watch")
    let notation = Notation.acceptable(request.accept, hasForms: hasForms)
    guard let notation, !isWatch || notation == .json else {
      throw .notAcceptable(isWatch: isWatch)
    }
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
    guard let name = request.impersonatedUser, !name.isEmpty else {
      guard request.impersonatedGroups.isEmpty, !request.impersonatesInPart else {
        throw .badRequest("requested groups or more of somebody without impersonating a user name")
      }
      return own
    }
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
