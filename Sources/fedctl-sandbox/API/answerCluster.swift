import JSON

extension Cluster {
  /// Answers a request to this cluster: who asks, then what for.
  func answer(_ request: APIRequest) throws(APIStatus) -> Reply {
    if ["healthz", "readyz", "livez"].contains(request.path.first) { return .text("ok") }
    if let token = request.bearerToken {
      guard try read({ $0.identity(of: token) }) != nil else { throw .unauthorized }
    }
    if let review = try read({ (state) throws(APIStatus) in try state.review(request) }) {
      return .json(review, code: 201)
    }
    let resources = try read { $0.resources }
    let discovery = Discovery(context: context, resources: resources + reviewResources)
    if let document = discovery.document(at: request.path) { return .json(document) }
    guard let endpoint = Endpoint(request.path, resources) else { throw .noSuchPath }
    return try answer(request, at: endpoint)
  }
}
