package import Fleet
import Objects
import Text

/// What has to arrive: a function of the fleet file, as its manifests are.
package func arrivals(of fleet: Fleet) -> FleetArrivals {
  let names = Set(fleet.clusters.flatMap { $0.externalLabels.map(\.name) })
  let site = Site(fleet.hub, of: fleet)
  return FleetArrivals(
    query: site.query(of: fleet),
    labels: names.sorted(),
    replicaLabels: fleet.replicaLabels,
    tenants: fleet.tenants,
    watch: site.watch(of: fleet),
    receive: site.receive(of: fleet),
    pulse: fleet.pulse.series("cluster!=\"\""),
    hasWriters: fleet.topology == .receive,
    hasUploaders: fleet.topology == .sidecar,
    blocks: fleet.blockOwners,
    clusters: fleet.clusters.filter(\.writesAnywhere).map { $0.arrivals(in: fleet) },
  )
}

extension Site {
  /// The querier, or the hub's Prometheus where there is none.
  fileprivate func query(of fleet: Fleet) -> QueryService {
    switch fleet.topology {
    case .receive, .sidecar, .collector:
      QueryService(service: reference(.service, Part.querier.name), port: Thanos.queryPortName)
    case .federate:
      QueryService(service: reference(.service, Part.hubPrometheus.name), port: "web")
    }
  }

  /// By the Service of its pods, which has their own port.
  fileprivate func receive(of fleet: Fleet) -> QueryService? {
    switch fleet.topology {
    case .receive, .collector:
      QueryService(
        service: reference(.service, ThanosSite.receivePods),
        port: "http",
      )
    case .sidecar, .federate: nil
    }
  }

  /// The fleet's own monitor of the hub; one that is somebody else's is asked by nobody here.
  fileprivate func watch(of fleet: Fleet) -> QueryService? {
    guard case .own? = fleet.thanos?.monitoring else { return nil }
    return QueryService(service: reference(.service, Part.hubMonitor.name), port: "http")
  }
}

extension Fleet {
  /// nil for a hub without Thanos.
  fileprivate var thanos: ThanosHub? {
    switch hub.design {
    case .receive(let design): design.thanos
    case .sidecar(let design): design
    case .collector(let design): design.thanos
    case .federate: nil
    }
  }

  /// Those of the writers; receive's own pods make copies, too, which are told apart nowhere here.
  fileprivate var replicaLabels: [String] {
    switch hub.design {
    case .receive: ["collector_replica", "prometheus_replica"]
    case .sidecar: [AskedCluster.replicaLabel]
    case .federate, .collector: []
    }
  }

  /// As the rendered queries attribute series.
  fileprivate var tenants: TenantNames? {
    guard case .receive(let design) = hub.design,
      case .tenant = HubSite.attribution(design, self)
    else { return nil }
    return HubSite.tenants(of: self)
  }
}

extension ManagedCluster {
  /// Whether the hub is to hear of it.
  fileprivate var writesAnywhere: Bool {
    guard case .collector = design else { return true }
    return writesToHub
  }

  fileprivate func arrivals(in fleet: Fleet) -> ClusterArrivals {
    let site = Site(self, of: fleet)
    return ClusterArrivals(
      cluster: name,
      labels: externalLabels,
      families: families,
      interval: interval,
      replicas: replicas,
      replicaLabel: replicaLabel,
      own: own(at: site),
      writer: writer(at: site),
      collector: collector(at: site),
    )
  }

  /// Seconds; what no file says is Prometheus' own standard of the platforms.
  private var interval: Int {
    let text: String? =
      switch design {
      case .receive(let design):
        switch design.mode {
        case .ownPrometheus: design.prometheus.scrapeInterval
        case .monitoringStack(let stack): stack.scrapeInterval
        case .platformPrometheus: nil
        }
      case .federate(let design): design.federate.interval
      case .sidecar(let design): design.prometheus.scrapeInterval
      case .collector(let design): design.collector.interval
      }
    return text.flatMap { PrometheusDuration($0)?.seconds }.map { max($0, 1) } ?? 30
  }

  /// nil for OpenShift's own, of which there are two, or one on a single node.
  private var replicas: Int? {
    switch design {
    case .receive(let design):
      switch design.mode {
      case .ownPrometheus: design.prometheus.component.replicas
      case .monitoringStack(let stack): stack.replicas
      case .platformPrometheus: nil
      }
    case .sidecar(let design): design.prometheus.component.replicas
    case .federate, .collector: nil
    }
  }

  private var replicaLabel: String? {
    switch design {
    case .receive(let design):
      switch design.mode {
      case .ownPrometheus: "collector_replica"
      case .monitoringStack, .platformPrometheus: "prometheus_replica"
      }
    case .sidecar: AskedCluster.replicaLabel
    case .federate, .collector: nil
    }
  }

  /// Only where the fleet makes both the object and what it points at.
  private func writer(at site: Site) -> WriterSettings? {
    guard case .receive(let design) = design else { return nil }
    let name = Part.prometheus.name
    switch design.mode {
    case .ownPrometheus:
      return WriterSettings(object: site.reference(.prometheus, name), path: ["spec"])
    case .monitoringStack:
      return WriterSettings(
        object: site.reference(.monitoringStack, name),
        path: ["spec", "prometheusConfig"],
      )
    case .platformPrometheus:
      let platform = PlatformMonitoring.platform
      return WriterSettings(
        object: ObjectReference(
          cluster: site.cluster,
          .configMap,
          namespace: platform.namespace,
          name: platform.configMap,
        ),
        textKey: PlatformMonitoring.configurationKey,
        path: [platform.server],
        name: site.qualified(RemoteWriting.hub),
      )
    }
  }

  /// nil for one that writes to a telemeter server, too.
  private func collector(at site: Site) -> CollectorSettings? {
    guard writesToHub else { return nil }
    return CollectorSettings(
      object: site.reference(.deployment, Part.collector.name),
      container: Part.collector.name,
      addressFlag: CollectedCluster.addressFlag,
      certificate: CollectedCluster.certificateSecret(at: site),
      authorityKey: CollectedCluster.hubAuthority,
    )
  }

  private func own(at site: Site) -> QueryService? {
    guard case .federate(let design) = design else { return nil }
    return QueryService(
      service: site.reference(.service, Part.prometheus.name),
      port: "web",
      isEncrypted: design.loadBalancer.tls != nil,
    )
  }
}
