import JSON

/// All clusters of one process.
struct Sandbox: Sendable {
  /// By context, which is the first segment of a path.
  private let clusters: [String: Cluster]
  private let faults: FaultPlan
  private let log: AccessLog?
  /// Which Services lead to real processes; the first that matches counts.
  private let proxies: [ProxyRule]
  /// How long every answer takes.
  private let latency: Duration
  /// Where clients come in.
  let doors: [Door]

  /// One cluster a context, all alike and empty but for `namespaces`.
  ///
  /// Faults hold from the start; controllers are idle until `runControllers` runs.
  init(
    contexts: [String],
    namespaces: [String],
    hasPrometheusOperator: Bool,
    hasAccessRules: Bool,
    latency: Duration,
    faults: [Fault],
    proxies: [ProxyRule] = [],
    log: AccessLog?,
  ) {
    self.proxies = proxies
    let states = contexts.map {
      ClusterState(
        preloaded: $0,
        namespaces: namespaces,
        hasPrometheusOperator: hasPrometheusOperator,
      )
    }
    let clusters = states.map { Cluster($0, hasAccessRules: hasAccessRules) }
    self.clusters = Dictionary(zip(contexts, clusters)) { $1 }
    doors = Door.doors(for: contexts)
    self.latency = latency
    self.faults = FaultPlan(faults)
    self.log = log
    tellClusters()
  }

  /// Plays the controllers of all clusters until it is cancelled.
  func runControllers(readyAfter: Duration) async {
    await withDiscardingTaskGroup { group in
      for cluster in clusters.values {
        group.addTask { await fedctl_sandbox.runControllers(of: cluster, readyAfter: readyAfter) }
      }
    }
  }

  /// Answers one request, after the latency, and writes it to the log.
  ///
  /// Never throws: what goes wrong is an answer too.
  func answer(_ request: APIRequest) async -> Reply {
    if request.context == "_sandbox" { return command(request) }
    if latency > .zero { try? await Task.sleep(for: latency) }
    var reply = reply(to: request)
    if case .proxied(let question) = reply { reply = await forward(question, of: request) }
    reply = reply.written(as: Notation(accept: request.accept))
    log?.note(request, reply)
    return reply
  }

  /// Asks the process behind a Service; without one, the Service has no pods that are ready, as no container ever runs.
  private func forward(_ question: ProxyQuestion, of request: APIRequest) async -> Reply {
    guard let rule = proxies.first(where: { $0.matches(question, in: request.context) }) else {
      return .failure(
        .unavailable("no endpoints available for service \"\(question.service)\"")
      )
    }
    return await ProxyCall(process: rule.process, request: request, target: question.target)
      .answer()
  }

  /// By how many seconds the clock of a context's cluster is off.
  ///
  /// nil for a cluster that does not tell its time.
  @Sendable func skew(of context: String) -> Double? {
    faults.tellsTime(in: context) ? faults.skew(of: context) : nil
  }

  /// Lets the faults have the request first.
  private func reply(to request: APIRequest) -> Reply {
    guard let cluster = clusters[request.context] else { return .failure(.noSuchPath) }
    do throws(APIStatus) {
      // Faults are known by what the request does, in words that do not depend on its form.
      let action = Action(request, try cluster.read { $0.resources })
      guard let fault = faults.fault(on: action) else {
        return try cluster.answer(request, action)
      }
      switch fault.effect {
      // The work is done, and only the answer is lost.
      case .dropAnswer: _ = try cluster.answer(request, action)
      case .restart: try cluster.restart()
      case .refuse(let seconds):
        for door in doors { door.close(for: .seconds(seconds), to: fault.context) }
      default: break
      }
      return fault.effect.reply(to: action, request)
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
    tellClusters()
    return .json(["faults": .array(texts)])
  }

  /// What holds as long as a fault lasts.
  private func tellClusters() {
    for (context, cluster) in clusters {
      let isStopped = !faults.admitsRoutes(in: context)
      let skew = faults.skew(of: context)
      try? cluster.write { state in
        state.isNeverAdmitted = isStopped
        state.skew = skew
      }
    }
  }
}
