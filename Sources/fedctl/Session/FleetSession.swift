import Apply
import Diagnostics
import Facts
import Fleet
import FoundationEssentials
import HTTP
import Kubernetes
import ObjectStore
import Objects
import Plan
import Templates

/// Everything that a command needs to talk about one fleet's clusters, put together once.
struct FleetSession: Sendable {
  let fleet: Fleet
  let look: FleetLook
  let clients: FleetClients
  /// nil for a fleet that keeps nothing in a bucket.
  let bucket: BucketAccess?

  /// The clusters in the order of the fleet file, the hub first.
  var order: [String] { [fleet.hub.name] + fleet.clusters.map(\.name) }

  /// The lock on the hub; nil where the kubeconfig does not lead there.
  var lease: FleetLease? {
    guard let client = clients[clients.hub] else { return nil }
    let holder = Holder.current
    return FleetLease(
      client,
      hub: clients.hub,
      fleet: fleet.name,
      namespace: fleet.namespace,
      holder: holder.description,
      knowsEnded: holder.knowsEnded,
    )
  }

  /// - Throws: a diagnostic where the fleet file has no managed cluster of that name.
  func requireManaged(_ cluster: String) throws {
    let names = fleet.clusters.map(\.name)
    guard !names.contains(cluster) else { return }
    throw Diagnostic(
      .error,
      "unknown cluster",
      detail: "The fleet file has no managed cluster `\(cluster)`.",
      remedy: "Name one of \(Sentence.or(names)).",
    )
  }

  /// Looks at the clusters and the bucket at once.
  func plan(_ settings: PlanSettings) async throws -> PlannedRun {
    async let bucketPlan = bucket?.plan()
    let planned = try await look.makePlan(through: clients, order: order, settings: settings)
    return PlannedRun(clusters: planned, bucket: await bucketPlan)
  }

  /// The clusters alone: what becomes of the bucket is asked for apart.
  func teardown(_ settings: TeardownSettings) async throws -> PlannedRun {
    let planned = try await look.makeTeardown(through: clients, order: order, settings: settings)
    return PlannedRun(clusters: planned, bucket: nil)
  }
}

extension FleetSession {
  /// - Throws: diagnostics of the fleet file, the credentials or the kubeconfig as a whole; a single
  ///   context that is missing only closes the way to that cluster.
  static func open(
    _ file: FleetOptions,
    _ options: ClusterOptions,
    console: Console,
  ) async throws -> FleetSession {
    let fleet = try FleetFile(path: file.file).load(console)
    let environment = ProcessInfo.processInfo.environment
    let kubeconfig = try Kubeconfig.load(
      path: options.kubeconfig,
      environment: environment,
      home: environment["HOME"],
    )
    let transport = try HTTPTransport()
    let bucket = try fleet.bucket.map {
      try BucketAccess(
        $0,
        of: fleet.name,
        environment: environment,
        fleetFile: file.file,
        transport: transport,
      )
    }
    let bundles = try await OperatorBundles(
      file.file,
      environment: environment,
      transport: transport,
    ).read(of: fleet)
    let roads = Roads(
      kubeconfig: kubeconfig,
      transport: transport,
      maximumInFlight: options.maximumRequests,
      trace: { trace in if file.output.verbose { console.note(trace.line) } },
    )
    return FleetSession(
      fleet: fleet,
      look: FleetLook(
        fleet: fleet.name,
        namespace: fleet.namespace,
        manifests: try render(fleet, bundles).manifests,
        credentials: try await bucket?.secrets() ?? [:],
        now: Int(Date().timeIntervalSince1970),
        acceptsIdentityOf: Set(options.acceptIdentity),
        connect: roads.way(to:),
      ),
      clients: roads.clients(of: fleet),
      bucket: bucket,
    )
  }
}

/// Opens the ways to clusters from one kubeconfig over one transport.
struct Roads: Sendable {
  let kubeconfig: Kubeconfig
  let transport: HTTPTransport
  let maximumInFlight: Int
  let trace: @Sendable (RequestTrace) -> Void

  func way(to context: String) -> FleetClients.Way {
    do throws(ContextError) {
      return .open(client(try kubeconfig.connection(context: context)))
    } catch {
      return .closed(context: context, reason: error.words)
    }
  }

  func clients(of fleet: Fleet) -> FleetClients {
    var ways = [fleet.hub.name: way(to: fleet.hub.context, at: fleet.hub.server)]
    for cluster in fleet.clusters {
      ways[cluster.name] = way(to: cluster.context, at: cluster.server)
    }
    return FleetClients(hub: fleet.hub.name, ways: ways)
  }

  /// A context that must lead to a server which the fleet file pins.
  private func way(to context: String, at server: String?) -> FleetClients.Way {
    let way = way(to: context)
    guard let server, case .open(let client) = way, client.server != server.withoutTrailingSlash
    else { return way }
    return .closed(
      context: context,
      reason: """
        context \(context) leads to \(client.server), and the fleet file wants \(server): \
        mend the kubeconfig, or `server` in the fleet file
        """,
    )
  }

  private func client(_ connection: ClusterConnection) -> KubernetesClient {
    KubernetesClient(
      connection,
      transport: transport,
      maximumInFlight: maximumInFlight,
      trace: trace,
    )
  }
}

extension String {
  fileprivate var withoutTrailingSlash: String { hasSuffix("/") ? String(dropLast()) : self }
}
