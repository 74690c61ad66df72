import Apply
import Fleet
import FoundationEssentials
import HTTP
import Kubernetes
import Objects
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
    let fleet = try FleetFile(path: request.fleetFile).load(view)
    let kubeconfig = try Kubeconfig.load(
      path: request.kubeconfig,
      environment: request.environment,
      home: request.environment["HOME"],
    )
    let transport = try HTTPTransport()
    let bucket = try fleet.bucket.map {
      try BucketAccess($0, of: fleet.name, request, transport: transport)
    }
    let bundles = try await OperatorBundles(
      request.fleetFile,
      environment: request.environment,
      transport: transport,
    ).read(of: fleet)
    let roads = Roads(
      kubeconfig: kubeconfig,
      transport: transport,
      maximumInFlight: request.maximumRequests,
      trace: { view.show(.requested($0)) },
    )
    return FleetSession(
      fleet: fleet,
      look: FleetLook(
        fleet: fleet.name,
        namespace: fleet.namespace,
        manifests: try render(fleet, bundles).manifests,
        credentials: try await bucket?.secrets() ?? [:],
        now: Int(Date().timeIntervalSince1970),
        acceptsIdentityOf: request.acceptedIdentities,
        connect: roads.way(to:),
      ),
      clients: roads.clients(of: fleet),
      bucket: bucket,
    )
  }
}
