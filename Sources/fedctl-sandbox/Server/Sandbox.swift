import JSON

/// All clusters of one process.
struct Sandbox: Sendable {
  let clusters: [String: Cluster]
  let log: AccessLog?
  let latency: Duration

  init(contexts: [String], latency: Duration, log: AccessLog?) {
    clusters = Dictionary(
      uniqueKeysWithValues: contexts.map { ($0, Cluster(ClusterState(preloaded: $0))) }
    )
    self.latency = latency
    self.log = log
  }

  /// Plays the controllers of all clusters until it is cancelled.
  func runControllers(readyAfter: Duration) async {
    await withDiscardingTaskGroup { group in
      for cluster in clusters.values {
        group.addTask { await fedctl_sandbox.runControllers(of: cluster, readyAfter: readyAfter) }
      }
    }
  }

  func answer(_ request: APIRequest) async -> Reply {
    if latency > .zero { try? await Task.sleep(for: latency) }
    let reply = reply(to: request)
    log?.note(request, reply)
    return reply
  }

  private func reply(to request: APIRequest) -> Reply {
    guard let cluster = clusters[request.context] else { return .failure(.noSuchPath) }
    do throws(APIStatus) {
      return try cluster.answer(request)
    } catch {
      return .failure(error)
    }
  }
}

extension Cluster {
  func answer(_ request: APIRequest) throws(APIStatus) -> Reply {
    if ["healthz", "readyz", "livez"].contains(request.path.first) { return .text("ok") }
    if let token = request.bearerToken {
      guard try read({ $0.identity(of: token) }) != nil else { throw .unauthorized }
    }
    if let review = try read({ (state) throws(APIStatus) in try state.review(request) }) {
      return .json(review, code: 201)
    }
    let resources = try read { $0.resources }
    let discovery = Discovery(context: context, resources: resources)
    if let document = discovery.document(at: request.path) { return .json(document) }
    guard let endpoint = Endpoint(request.path, resources) else { throw .noSuchPath }
    return try answer(request, at: endpoint)
  }
}
