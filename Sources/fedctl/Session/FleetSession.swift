import Apply
import Diagnostics
import Fleet
import FoundationEssentials
import HTTP
import Kubernetes
import Manifest
import ObjectStore
import Plan
import Templates

/// Everything that a command needs to talk about one fleet's clusters, put together once.
struct FleetSession {
  let fleet: Fleet
  let look: FleetLook
  let clients: FleetClients

  /// The clusters in the order of the fleet file, the hub first.
  var order: [String] { [fleet.hub.name] + fleet.clusters.map(\.name) }

  func plan(_ settings: PlanSettings) async throws -> PlannedFleet {
    try await look.makePlan(through: clients, order: order, settings: settings)
  }
}

extension FleetSession {
  /// - Throws: diagnostics of the fleet file, the credentials or the kubeconfig as a whole; a single
  ///   context that is missing only closes the way to that cluster.
  static func open(
    _ file: FleetOptions,
    _ options: ClusterOptions,
    console: Console,
  ) throws -> FleetSession {
    let fleet = try FleetFile(path: file.file).load(console)
    let environment = ProcessInfo.processInfo.environment
    let kubeconfig = try Kubeconfig.load(
      path: options.kubeconfig,
      environment: environment,
      home: environment["HOME"],
    )
    let transport = try HTTPTransport()
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
        manifests: try render(fleet).manifests,
        credentials: try BucketKeys.find(
          for: fleet.bucket?.credentials,
          environment: environment,
          fleetFile: file.file,
        ),
        now: Int(Date().timeIntervalSince1970),
        acceptsIdentityOf: Set(options.acceptIdentity),
        connect: roads.way(to:),
      ),
      clients: roads.clients(of: fleet),
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
    do throws(KubeconfigError) {
      return .open(client(try kubeconfig.connection(context: context)))
    } catch {
      return .closed(context: context, reason: error.description)
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
