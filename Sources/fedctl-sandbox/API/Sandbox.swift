import JSON

/// All clusters of one process.
struct Sandbox: Sendable {
  private let clusters: [String: Cluster]
  private let faults: FaultPlan
  private let log: AccessLog?
  private let latency: Duration

  init(
    contexts: [String],
    namespaces: [String],
    hasPrometheusOperator: Bool,
    latency: Duration,
    faults: [Fault],
    log: AccessLog?,
  ) {
    let states = contexts.map {
      ClusterState(
        preloaded: $0,
        namespaces: namespaces,
        hasPrometheusOperator: hasPrometheusOperator,
      )
    }
    clusters = Dictionary(zip(contexts, states.map(Cluster.init))) { $1 }
    self.latency = latency
    self.faults = FaultPlan(faults)
    self.log = log
    tellRouters()
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
    if request.context == "_sandbox" { return command(request) }
    if latency > .zero { try? await Task.sleep(for: latency) }
    let reply = reply(to: request)
    log?.note(request, reply)
    return reply
  }

  private func reply(to request: APIRequest) -> Reply {
    guard let cluster = clusters[request.context] else { return .failure(.noSuchPath) }
    do throws(APIStatus) {
      let action = Action(request, try cluster.read { $0.resources })
      guard let effect = faults.effect(on: action) else { return try cluster.answer(request) }
      // The work is done, and only the answer is lost.
      if effect == .dropAnswer { _ = try cluster.answer(request) }
      return effect.reply(to: action)
    } catch {
      return .failure(error)
    }
  }

  /// `POST /_sandbox/faults` with a list of texts, as for `--fault`: they replace all faults.
  private func command(_ request: APIRequest) -> Reply {
    guard request.method == "POST", request.path == ["faults"],
      let texts = (try? JSON(parsing: request.body))?.arrayValue
    else { return .failure(.noSuchPath) }
    do throws(Fault.Unreadable) {
      var replacement: [Fault] = []
      for text in texts { replacement.append(try Fault(text.stringValue ?? text.text())) }
      faults.replace(with: replacement)
    } catch {
      return .failure(.badRequest(error.description))
    }
    tellRouters()
    return .json(["faults": .array(texts)])
  }

  private func tellRouters() {
    for (context, cluster) in clusters {
      let isStopped = !faults.admitsRoutes(in: context)
      try? cluster.write { $0.isNeverAdmitted = isStopped }
    }
  }
}
