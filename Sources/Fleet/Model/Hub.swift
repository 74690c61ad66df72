/// The cluster that gathers the metrics of all others and answers queries.
package struct Hub: Hashable, Sendable {
  /// What plans and errors call it; `hub` unless the file says otherwise.
  package var name: String
  /// The kubeconfig context, never a fallback to the current one.
  package var context: String
  /// The API server's URL that the context must lead to, or nil if the file does not pin it.
  package var server: String?
  package var platform: Platform
  package var grafana: Component
  package var design: HubDesign
}

/// What runs on the hub beside Grafana, by topology.
package enum HubDesign: Hashable, Sendable {
  case receive(ReceiveHub)
  case federate(FederateHub)
  case sidecar(ThanosHub)
  case collector(CollectorHub)

  var topology: Topology {
    switch self {
    case .receive: .receive
    case .federate: .federate
    case .sidecar: .sidecar
    case .collector: .collector
    }
  }
}

/// Thanos, with receive as its way in and a bucket as its store.
package struct ReceiveHub: Hashable, Sendable {
  package var thanos: ThanosHub
  package var token: TokenPolicy
  /// The proxy of every OpenShift cluster, wherever the hub is.
  package var oauthProxy: OAuthProxy
  package var entrance: Entrance
  package var receive: Receive
  /// Whether the compactor makes one of the copies that receive has written, which nothing undoes.
  package var deduplicates: Bool
}

/// Thanos over a bucket: what every topology that has one has on the hub.
package struct ThanosHub: Hashable, Sendable {
  package var bucket: Bucket
  package var storeGateway: StoreGateway
  package var compactor: Compactor
  package var querier: Component
  package var ruler: Ruler?
  /// Whether OpenShift's monitoring of user workloads watches over Thanos itself.
  package var isWatchedByPlatform: Bool
  /// What Grafana asks instead of the querier; nil where there is no such thing.
  package var queryFrontend: QueryFrontend?
  /// What people log in at; nil on a platform that has no login to lend.
  package var oauthProxy: OAuthProxy?
}

/// A Prometheus that reads from those of the managed clusters.
package struct FederateHub: Hashable, Sendable {
  package var prometheus: PrometheusServer
  /// nil where the operator is there already.
  package var operatorBundle: OperatorBundle?
}

/// Thanos, with receive as its way in that asks for a certificate, and a bucket as its store.
package struct CollectorHub: Hashable, Sendable {
  package var thanos: ThanosHub
  package var receive: MutualReceive
  /// How the clusters reach receive where the platform has no Routes.
  package var loadBalancer: LoadBalancer?
  /// How long certificates of servers and clients live, in seconds.
  package var certificateLifetime: Int
}

/// How a managed cluster's credential for the hub is made.
package enum TokenPolicy: Hashable, Sendable {
  /// A service-account-token Secret: it does not expire; deleting it revokes it.
  case secret
  /// TokenRequest, bound to a Secret; renewed when a third of the lifetime (seconds) is left.
  case bound(lifetime: Int)
}

/// OpenShift's proxy that guards a web port.
package struct OAuthProxy: Hashable, Sendable {
  package var image: String
}

/// The Thanos store gateway.
package struct StoreGateway: Hashable, Sendable {
  package var component: Component
  /// How many parts the bucket's blocks are dealt out to, each with its own pods.
  package var shards: Int
}

/// The Thanos query frontend.
package struct QueryFrontend: Hashable, Sendable {
  package var component: Component
  /// How much memory answers are kept in, as a Kubernetes quantity.
  package var cacheSize: String
}

/// Thanos rule: evaluates alerts over all clusters.
package struct Ruler: Hashable, Sendable {
  package var component: Component
  /// Where alerts are sent, as URLs.
  package var alertmanagers: [String]
}

/// The Thanos compactor.
package struct Compactor: Hashable, Sendable {
  package var component: Component
  /// How long samples of each resolution are kept; `0d` keeps them for ever.
  package var retentionRaw: String
  package var retentionFiveMinutes: String
  package var retentionOneHour: String
  /// Whether it also writes the coarser resolutions.
  package var downsamples: Bool
}
