import Apply
import Facts
import Fleet
import FoundationEssentials
import HTTP
import Kubernetes
import Objects
import Synchronization
import Templates

extension FleetSession {
  /// Reads the fleet file, the kubeconfig and the credentials, renders, and opens the ways to the
  /// clusters; no cluster is asked yet.
  ///
  /// - Throws: what is wrong with the fleet file, the credentials or the kubeconfig as a whole; a
  ///   single context that is missing only closes the way to that cluster.
  package static func open(
    _ request: SessionRequest,
    view: any RunView,
  ) async throws -> FleetSession {
    let file = FleetFile(path: request.fleetFile, environment: request.environment)
    let loaded = try file.load(view, facesBucket: true)
    let fleet = loaded.fleet
    let transport = try HTTPTransport(
      environment: request.environment,
      hiding: request.secrets,
    )
    let roads = try Roads(request, transport: transport, view: view)
    let bucket = try fleet.bucket.map {
      try BucketAccess($0, of: fleet.name, request, transport: transport, tell: view.teller)
    }
    return FleetSession(
      fleet: fleet,
      look: FleetLook(
        fleet: fleet.name,
        namespace: fleet.namespace,
        manifests: try await manifests(of: loaded, request, transport: transport, view: view),
        credentials: request.needsBucketKeys ? try await bucket?.secrets() ?? [:] : [:],
        now: Int(Date().timeIntervalSince1970),
        acceptsIdentityOf: request.acceptedIdentities,
        forgets: request.forgottenClusters,
        connect: roads.way(to:),
      ),
      clients: roads.clients(of: fleet),
      bucket: bucket,
      secrets: request.secrets,
    )
  }

  /// What the fleet file asks for, with the bundles that it names read over the run's transport.
  private static func manifests(
    of loaded: LoadedFleet,
    _ request: SessionRequest,
    transport: HTTPTransport,
    view: any RunView,
  ) async throws -> [Manifest] {
    let bundles = try OperatorBundles(
      request.fleetFile,
      environment: request.environment,
      transport: transport,
    )
    return try loaded.rendered(await bundles.read(of: loaded.fleet), view: view).manifests
  }
}

extension Roads {
  /// The ways that the request's kubeconfig knows, each request on them told to the view.
  init(
    _ request: SessionRequest,
    transport: HTTPTransport,
    view: any RunView,
  ) throws {
    var kubeconfig = try Kubeconfig.load(
      path: request.kubeconfig,
      environment: request.environment,
      home: request.environment["HOME"],
    )
    kubeconfig.tell = view.teller
    self.init(
      kubeconfig: kubeconfig,
      transport: transport,
      limits: request.limits,
      places: Semaphore(request.limits.inAll),
      patience: request.patience,
      trace: { view.show(.requested($0)) },
      tell: { view.show(.contact($0)) },
      warn: { view.show(.warned($0)) },
    )
  }
}

extension RunView {
  /// Shows what programs that give credentials say to people, each line once: every context runs its plugin, and all
  /// of them may say the same.
  fileprivate var teller: @Sendable (ProgramNews) -> Void {
    let told = Told()
    return { news in if told.isNew(news) { show(.programSaid(news)) } }
  }
}

/// What programs have said in this run.
private final class Told: Sendable {
  private let news = Mutex<Set<ProgramNews>>([])

  func isNew(_ one: ProgramNews) -> Bool { news.withLock { $0.insert(one).inserted } }
}
