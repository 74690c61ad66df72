package import Fleet

/// What the clusters of a kubeconfig look like as a fleet: a beginning, which a person goes on with.
package struct FleetGuess: Sendable {
  /// Why a cluster is taken for the hub.
  package enum HubReason: Hashable, Sendable {
    /// The person said so.
    case chosen
    /// Thanos answers queries there already, by these parts.
    case runsThanos([ThanosPart])
    /// Its context's name sounds like one.
    case named
    /// Nothing tells them apart: it is the first.
    case first
  }

  /// Why the metrics are taken to reach the hub in a way.
  package enum TopologyReason: Hashable, Sendable {
    case chosen
    /// By a part of Thanos, or a Prometheus, that is there.
    case runs(String)
    /// Nothing tells it: it is the usual one.
    case usual
  }

  /// A context that is to be part of the fleet.
  package struct Member: Sendable {
    package let name: String
    package let context: String
    package let cluster: SurveyedCluster
    /// What it puts on its series already, but for `cluster`; empty without a Prometheus that writes to a hub.
    package let externalLabels: [String: String]
    /// The Prometheus of the operator's that those are from.
    package let prometheus: FoundPrometheus?
  }

  package let hub: Member
  package let hubReason: HubReason
  package let topology: Topology
  package let topologyReason: TopologyReason
  /// The hub's; others say their own.
  package var platform: Platform { hub.cluster.platform }
  /// Where Thanos is already; nil for the standard one.
  package let namespace: String?
  package let bucket: FoundBucket?
  package let clusters: [Member]
  /// Contexts that lead to a cluster that another context leads to, with that context.
  package let twins: [(context: String, of: String)]
  /// Contexts of which nothing is known.
  package let silent: [(context: String, why: SurveyFailure)]
}

extension FleetGuess {
  /// Guesses from what was found; `chosen` is the hub's context where a person has said it, and so is the topology.
  ///
  /// - Throws: `SurveyProblem` where the hub that was said is none of the clusters that answered.
  package init(
    _ contexts: [SurveyedContext],
    hub chosen: String?,
    topology: Topology?,
  ) throws(SurveyProblem) {
    var known: [(context: String, cluster: SurveyedCluster)] = []
    var twins: [(context: String, of: String)] = []
    var silent: [(context: String, why: SurveyFailure)] = []
    for entry in contexts {
      switch entry.found {
      case .failure(let why): silent.append((entry.context, why))
      case .success(let cluster):
        // Who is called the hub, is that cluster's context, whichever comes first.
        let twin = known.firstIndex { $0.cluster.uid == cluster.uid }
        if let twin, entry.context == chosen {
          twins.append((known[twin].context, entry.context))
          known[twin].context = entry.context
        } else if let twin {
          twins.append((entry.context, known[twin].context))
        } else {
          known.append((entry.context, cluster))
        }
      }
    }
    let (place, reason) = try Self.hub(among: known, chosen: chosen)
    let members = Self.members(known)
    self.hub = members[place]
    hubReason = reason
    clusters = members.indices.filter { $0 != place }.map { members[$0] }
    (self.topology, topologyReason) =
      topology.map { ($0, .chosen) } ?? Self.topology(hub: hub, clusters)
    namespace = hub.cluster.thanos.first?.namespace
    bucket = hub.cluster.bucket ?? clusters.lazy.compactMap(\.cluster.bucket).first
    self.twins = twins
    self.silent = silent
  }

  /// The place of the hub, and why it is that one.
  private static func hub(
    among known: [(context: String, cluster: SurveyedCluster)],
    chosen: String?,
  ) throws(SurveyProblem) -> (Int, HubReason) {
    if let chosen {
      guard let place = known.firstIndex(where: { $0.context == chosen }) else {
        throw .noHub(chosen, of: known.map(\.context))
      }
      return (place, .chosen)
    }
    let answering = known.firstIndex { entry in
      entry.cluster.thanos.contains { ["query", "receive"].contains($0.component) }
    }
    if let answering { return (answering, .runsThanos(known[answering].cluster.thanos)) }
    let words = ["hub", "observer", "observability", "central", "monitoring", "management"]
    let named = known.firstIndex { entry in
      words.contains { entry.context.lowercased().contains($0) }
    }
    if let named { return (named, .named) }
    guard !known.isEmpty else { throw .noHub("", of: []) }
    return (0, .first)
  }

  /// What each cluster is called, and what it says of its series already.
  private static func members(
    _ known: [(context: String, cluster: SurveyedCluster)]
  ) -> [Member] {
    let names = known.map(\.context.clusterName).madeUnique
    return zip(known, names).map { entry, name in
      let writing = entry.cluster.prometheuses.first { !$0.externalLabels.isEmpty }
      return Member(
        name: name,
        context: entry.context,
        cluster: entry.cluster,
        externalLabels: (writing?.externalLabels ?? [:]).filter { $0.key != "cluster" },
        prometheus: writing,
      )
    }
  }

  private static func topology(
    hub: Member,
    _ clusters: [Member],
  ) -> (Topology, TopologyReason) {
    let parts = hub.cluster.thanos
    if let receive = parts.first(where: { $0.component == "receive" }) {
      return (.receive, .runs("\(receive.namespace)/\(receive.name)"))
    }
    let uploading = clusters.lazy.flatMap(\.cluster.prometheuses).first(where: \.hasSidecar)
    if let uploading, hub.cluster.platform == .kubernetes {
      return (.sidecar, .runs("\(uploading.namespace)/\(uploading.name)"))
    }
    return (.receive, .usual)
  }
}
