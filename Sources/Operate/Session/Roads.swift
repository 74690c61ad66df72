import Apply
import Facts
import Fleet
import HTTP
import JSON
import Kubernetes
import Plan
import Text

/// Opens the ways to clusters, from one kubeconfig over one transport.
///
/// There is no fallback to the current context: a cluster is reached by the context that names it, or not.
struct Roads: Sendable {
  let kubeconfig: Kubeconfig
  let transport: HTTPTransport
  let limits: RequestLimits
  /// Places for requests to all clusters together.
  let places: Semaphore
  /// What the clusters' answers have in common to the byte: which fields of an object are whose, and most of what is
  /// asked for in alike clusters.
  let common = CommonValues(under: ["fieldsV1", "spec", "rules"])
  let patience: Patience
  let trace: @Sendable (RequestTrace) -> Void
  let tell: @Sendable (ContactNews) -> Void
  let warn: @Sendable (APIWarning) -> Void

  /// The way that a context leads; closed where the kubeconfig does not have it whole.
  func way(to context: String) -> FleetClients.Way {
    do throws(ContextError) {
      return .open(client(try kubeconfig.connection(context: context)))
    } catch {
      return .closed(context: context, .context(error))
    }
  }

  /// The ways to the hub and every managed cluster beside it.
  func clients(of fleet: Fleet) -> FleetClients {
    var ways = [fleet.hub.name: way(to: fleet.hub.context, at: fleet.hub.server)]
    for cluster in fleet.remoteClusters {
      ways[cluster.name] =
        cluster.isInMaintenance
        ? .closed(context: cluster.context, .maintenance)
        : way(to: cluster.context, at: cluster.server)
    }
    return FleetClients(hub: fleet.hub.name, ways: ways, maximumParallel: limits.clusters)
  }

  /// A context that must lead to a server which the fleet file pins.
  private func way(to context: String, at server: String?) -> FleetClients.Way {
    let way = way(to: context)
    guard let server, case .open(let client) = way, client.server != server.withoutTrailingSlashes
    else { return way }
    return .closed(
      context: context,
      .otherServer(context: context, found: client.server, wanted: server),
    )
  }

  private func client(_ connection: ClusterConnection) -> KubernetesClient {
    KubernetesClient(
      connection,
      transport: transport,
      maximumInFlight: limits.perCluster,
      sharing: places,
      common: common,
      patience: patience,
      trace: trace,
      tell: tell,
      warn: warn,
    )
  }
}
