import JSON
import Objects
import Templates
import Testing

@testable import Fleet

/// A fleet to render.
struct Example: CustomTestStringConvertible {
  let name: String
  let fleet: Fleet
  /// What was read of the bundles that the fleet names.
  var bundles: Bundles = [:]
  /// Objects that the fleet file says exist, as `Kind/name`.
  var existing: Set<String> = []
  /// The example that this one is a turn of; nil for one that stands in a file.
  var baseName: String?

  var testDescription: String { name }
  var clusters: [String] { [fleet.hub.name] + fleet.clusters.map(\.name) }

  var base: Example? { Self.examples.first { $0.name == baseName } }

  /// With a Prometheus of the fleet's own, it has most kinds of objects.
  static let receive = Example(name: "receive-olm", fleet: .example("receive-olm"))

  /// With the platform's own Prometheus, as is the standard.
  static let platform = Example(name: "receive-openshift", fleet: .example("receive-openshift"))

  /// The examples and the turns that their fleet files may take.
  static let variants =
    receiveVariants + kubernetesVariants + federateVariants + sidecarVariants
    + collectorVariants

  /// Those of the variants that no file has as they are.
  static var turns: [Example] { variants.filter { $0.baseName != nil } }

  static let examples = [
    receive, platform, atScale, kubernetes, federate, sidecar, collector, collectorOnKubernetes,
  ]

  static let atScale = Example(name: "receive-at-scale", fleet: .example("receive-at-scale"))

  static let receiveVariants = [
    receive,
    platform,
    platform.varied("the sample application") {
      $0.clusters[1].sampleApplication = $0.receiving.thanos.querier
      $0.clusters[1].serviceMonitors = [.sample]
    },
    atScale,
    atScale.varied("no router") { $0.receiving.receive.router = nil },
    atScale.varied("one pod behind a router") {
      $0.receiving.receive.component.replicas = 1
      $0.receiving.receive.replicationFactor = 1
    },
    receive.varied("limits") { $0.receiving.receive.limits.requestBytes = 1_000_000 },
    receive.varied("no downsampling") { $0.receiving.thanos.compactor.downsamples = false },
    receive.varied("bound tokens") { $0.receiving.token = .bound(lifetime: 7_776_000) },
    receive.varied("no federation") { $0.clusters[0].writer.platformSeries.match = [] },
    receive.varied("more replicas") {
      $0.receiving.thanos.querier.replicas = 2
      $0.receiving.receive.component.replicas = 3
      $0.clusters[0].writer.prometheus.component.replicas = 2
    },
    bundledOnOpenShift,
    receive.varied("the platform's own Prometheus") {
      $0.clusters[1].writer.mode = .platformPrometheus(settings: [:])
    },
    receive.varied("the sample application and a ruler") {
      let component = $0.receiving.thanos.storeGateway.component
      $0.receiving.thanos.ruler = Ruler(
        component: component,
        alertmanagers: .at("https://alerts.example.com"),
      )
      $0.receiving.thanos.monitoring = .existing(.userWorkloads)
      $0.clusters[1].sampleApplication = $0.receiving.thanos.querier
      $0.clusters[1].serviceMonitors = [.sample]
    },
    receive.varied("one database for all") { $0.receiving.receive.tenancy = .shared },
    receive.varied("a place for pods") {
      $0.receiving.thanos.querier.affinity = ["nodeAffinity": [:]]
      $0.receiving.thanos.querier.priorityClass = "monitoring"
      $0.clusters[0].writer.prometheus.component.priorityClass = "monitoring"
      $0.clusters[0].alertmanagers = .at("https://alerts.example.com/am")
      $0.hub.grafana.storage = $0.receiving.thanos.storeGateway.component.storage
    },
    receive.varied("an existing Grafana") {
      $0.hub.grafanaDesign.existing = ExistingGrafana(
        namespace: "dashboards",
        source: .configMap(labels: ["grafana_datasource": "1"]),
      )
    },
    receive.varied("an existing Secret", existing: ["Secret/mine"]) {
      $0.receiving.thanos.bucket.credentials = .existingSecret(name: "mine", key: "objstore.yml")
    },
    receive.varied("an external secret") {
      $0.receiving.thanos.bucket.credentials = .externalSecret(.vault)
    },
  ]

  static let kubernetes = Example(
    name: "receive-kubernetes",
    fleet: .example("receive-kubernetes"),
    existing: ["Secret/metrics-example-com"],
  )

  static let kubernetesVariants = [
    kubernetes,
    kubernetes.varied("the Secret's authority", existing: kubernetes.existing) {
      $0.ingress?.authority = .secret
    },
    kubernetes.varied("an issuer", existing: kubernetes.existing) {
      $0.ingress?.issuer = Issuer(name: "letsencrypt", kind: "ClusterIssuer")
    },
    kubernetes.varied("an Ingress for Grafana", existing: kubernetes.existing) {
      $0.hub.grafanaDesign.ingress = .grafana
    },
    kubernetes.varied("an own dashboard", existing: kubernetes.existing) {
      $0.hub.grafanaDesign.dashboards = [.shop]
    },
    kubernetes.varied("a load balancer", existing: ["Secret/web"]) { $0.useLoadBalancer() },
    kubernetes.varied("a load balancer with an issuer") {
      $0.useLoadBalancer(issuer: .own)
    },
    kubernetes.varied("a router and tenants", existing: kubernetes.existing) {
      $0.receiving.receive.component.replicas = 3
      $0.receiving.receive.router = $0.receiving.thanos.querier
      $0.receiving.receive.tenancy = .cluster
    },
    kubernetes.varied("a load balancer before a router", existing: ["Secret/web"]) {
      $0.useLoadBalancer()
      $0.receiving.receive.router = $0.receiving.thanos.querier
    },
    receive.varied("a Kubernetes cluster") {
      $0.clusters[1].platform = .kubernetes
      $0.clusters[1].writer.platformSeries.match = []
      $0.clusters[1].writer.openshiftVersion = nil
    },
  ]

  static let federate = Example(
    name: "federate-kubernetes",
    fleet: .example("federate-kubernetes"),
  )

  static let federateVariants = [
    federate,
    federate.varied("on the internet") { $0.clusters[0].reader.loadBalancer.isInternal = false },
    federate.varied("a certificate by an issuer") {
      $0.clusters[0].reader.loadBalancer.tls = ServingCertificate(
        secret: "web",
        serverName: "prometheus.cluster1.example.com",
        issuer: .own,
      )
    },
    federate.varied("a certificate", existing: ["Secret/web"]) {
      $0.clusters[0].reader.loadBalancer.tls = ServingCertificate(
        secret: "web",
        serverName: "prometheus.cluster1.example.com",
      )
    },
    bundled,
    federate.varied("an operator's Grafana") {
      $0.hub.grafanaDesign.existing = ExistingGrafana(
        namespace: "grafana",
        source: .resource(instances: ["dashboards": "grafana"]),
      )
    },
    federate.varied("no exporters") {
      for index in $0.clusters.indices { $0.clusters[index].reader.exporters = Exporters() }
    },
    federate.varied("an Alertmanager", existing: ["Secret/alerting"]) {
      $0.hub.alertmanager = $0.alerting
      $0.hub.alertmanagers = .at("http://alerts.example.com:9093")
      $0.clusters[0].alertmanagers = .at("https://alerts.example.com")
    },
    federate.varied("no clusters") { $0.clusters = [] },
  ]

  static let collector = Example(
    name: "collector-openshift",
    fleet: .example("collector-openshift"),
  )

  static let collectorOnKubernetes = Example(
    name: "collector-kubernetes",
    fleet: .example("collector-kubernetes"),
  )

  static let collectorVariants = [
    collector,
    collector.varied("an unknown release") { $0.clusters[0].collecting.openshiftVersion = nil },
    collector.varied("a telemeter server", existing: ["Secret/telemeter"]) {
      $0.clusters[0].collecting.collector.telemeter = Telemeter(
        url: "https://telemeter.example.com",
        secret: "telemeter",
        key: "token",
      )
    },
    collector.varied("a ruler beside collectors", existing: ["Secret/alerting"]) {
      $0.collecting.thanos.ruler = Ruler(
        component: $0.collecting.thanos.querier,
        alertmanagers: [],
      )
      $0.collecting.thanos.monitoring = .own($0.monitor)
      $0.hub.alertmanager = $0.alerting
    },
    collectorOnKubernetes,
    collector.varied("no clusters with collectors") { $0.clusters = [] },
  ]

  /// The operator from a bundle on every cluster.
  static let bundled = federate.bundled { fleet, bundle in
    if case .federate(var design) = fleet.hub.design {
      design.operatorBundle = bundle
      fleet.hub.design = .federate(design)
    }
    for index in fleet.clusters.indices { fleet.clusters[index].reader.operatorBundle = bundle }
  }

  static let sidecar = Example(name: "sidecar-kubernetes", fleet: .example("sidecar-kubernetes"))

  static let sidecarVariants = [
    sidecar,
    sidecar.varied("keys") {
      $0.asking.bucket.credentials = .environment
      $0.asking.bucket.authorityFile = "ca.pem"
      $0.clusters[0].uploader.role = nil
    },
    sidecar.varied("an existing Secret", existing: ["Secret/mine"]) {
      $0.asking.bucket.credentials = .existingSecret(name: "mine", key: "objstore.yml")
      $0.clusters[0].uploader.role = nil
    },
    sidecar.varied("keys in a Secret", existing: ["Secret/mine"]) {
      $0.asking.bucket.credentials = .keysInSecret(
        BucketKeysInSecret(secret: "mine", accessKey: "id", secretKey: "key")
      )
      $0.clusters[0].uploader.role = nil
    },
    sidecar.varied("nginx with an issuer") {
      var ingress = GRPCIngress.nginx
      ingress.controller = .nginx(IngressCertificate(secret: "web", isPublic: false, issuer: .own))
      $0.clusters[0].uploader.wayIn = .ingress(ingress)
    },
    sidecar.varied("nginx", existing: ["Secret/web"]) {
      $0.clusters[0].uploader.wayIn = .ingress(.nginx)
    },
    sidecar.varied("a load balancer") {
      $0.clusters[0].uploader.wayIn = .loadBalancer(.sidecar)
    },
    sidecar.varied("a load balancer with a certificate", existing: ["Secret/web"]) {
      $0.clusters[0].uploader.wayIn = .loadBalancer(.encryptedSidecar)
    },
    sidecar.bundled { fleet, bundle in
      for index in fleet.clusters.indices { fleet.clusters[index].uploader.operatorBundle = bundle }
    },
    sidecar.varied("a ruler and a monitor", existing: ["Secret/alerting"]) {
      $0.asking.ruler = Ruler(component: $0.asking.querier, alertmanagers: [])
      $0.asking.monitoring = .own($0.monitor)
      $0.hub.alertmanager = $0.alerting
    },
    sidecar.varied("an existing Grafana that finds Secrets") {
      $0.hub.grafanaDesign.existing = ExistingGrafana(
        namespace: "dashboards",
        source: .secret(labels: ["grafana_datasource": "1"]),
      )
    },
    sidecar.varied("own rules") { $0.clusters[0].rules.groups = [.recording] },
    sidecar.varied("no clusters") { $0.clusters = [] },
  ]

  /// An operator without OLM on OpenShift.
  static let bundledOnOpenShift = receive.bundled { fleet, bundle in
    for index in fleet.clusters.indices { fleet.clusters[index].writer.operatorBundle = bundle }
  }

  private func bundled(_ change: (inout Fleet, OperatorBundle) -> Void) -> Example {
    let bundle = OperatorBundle(place: .file("bundle.yaml"))
    var example = varied("an operator from a bundle") { change(&$0, bundle) }
    example.bundles = [bundle: .sample]
    return example
  }

  func varied(
    _ name: String,
    existing: Set<String> = [],
    _ change: (inout Fleet) -> Void,
  ) -> Example {
    var fleet = fleet
    change(&fleet)
    return Example(name: name, fleet: fleet, existing: existing, baseName: self.name)
  }
}

extension Example {
  /// `4.16`, or nil for a release that the file does not tell.
  static func release(_ text: String) -> OpenShiftVersion? {
    let numbers = text.split(separator: ".").compactMap { Int($0) }
    return numbers.count == 2 ? OpenShiftVersion(major: numbers[0], minor: numbers[1]) : nil
  }

  /// The example with one patch.
  static func rendered(
    patching kind: String,
    _ name: String? = nil,
    on cluster: String? = nil,
    with merge: JSON,
  ) throws -> [Manifest] {
    let target = Patch.Target(
      kinds: [kind],
      name: name.map { NamePattern($0) },
      cluster: cluster.map { NamePattern($0) },
    )
    return try rendered(with: Patch(target: target, change: .strategic(merge))).manifests
  }

  /// The example with one patch, and what is doubtful about it.
  static func rendered(with patch: Patch) throws -> Rendering {
    var fleet = receive.fleet
    fleet.patches = [patch]
    return try render(fleet)
  }
}

extension Example {
  static func federate(_ match: [String], every interval: String) -> Federate {
    Federate(match: match, interval: interval)
  }
}

extension JSON {
  /// A group of rules with one that records.
  fileprivate static let recording: JSON = [
    "name": "shop",
    "interval": "1m",
    "rules": [
      [
        "record": "shop:targets:sum", "expr": "sum by (namespace) (up)",
        "labels": ["team": "shop"],
      ]
    ],
  ]
}

extension ScrapeJob {
  /// Hosts outside of the cluster.
  static let routers = ScrapeJob(
    name: "routers",
    targets: ["router1.example.com:9100", "[2001:db8::1]:9100"],
    isEncrypted: true,
    path: "/metrics",
    interval: "1m",
    labels: ["site": "far"],
  )
}

extension ScrapeJob {
  /// Targets that want a certificate and a token.
  static let guarded = ScrapeJob(
    name: "guarded",
    targets: ["router1.example.com:9100"],
    isEncrypted: true,
    path: "/metrics",
    interval: "1m",
    labels: [:],
    access: WriteTarget.far.access,
  )
}

extension ExistingMonitoring {
  static let userWorkloads = ExistingMonitoring(
    namespace: "openshift-user-workload-monitoring",
    labels: [:],
  )
}

extension Fleet {
  /// A Prometheus that watches over the hub.
  var monitor: PrometheusServer {
    PrometheusServer(
      component: hub.grafana,
      version: "v3.5.0",
      retention: "15d",
      retentionMebibytes: 8192,
      scrapeInterval: "30s",
    )
  }

  /// An Alertmanager, with a configuration that is there.
  var alerting: Alertmanager {
    Alertmanager(component: hub.grafana, secret: "alerting", key: "alertmanager.yaml")
  }
}

extension ExternalBucketKeys {
  static let vault = ExternalBucketKeys(
    store: "vault",
    kind: "ClusterSecretStore",
    refreshSeconds: 3600,
    remoteKey: "metrics/bucket",
    accessKeyProperty: "id",
    secretKeyProperty: "key",
  )
}

extension Issuer {
  static let own = Issuer(name: "our-ca", kind: "ClusterIssuer")
}

extension OwnDashboard {
  static let shop = OwnDashboard(
    file: "dashboards/Shop.json",
    uid: "shop",
    title: "Shop",
    text: #"{"uid": "shop", "title": "Shop", "panels": []}"# + "\n",
  )
}

extension WebIngress {
  static let grafana = WebIngress(
    host: "grafana.example.com",
    controller: "nginx",
    secret: "grafana-tls",
    issuer: .own,
    annotations: ["nginx.ingress.kubernetes.io/limit-rps": "50"],
  )
}

extension GRPCIngress {
  static let nginx = GRPCIngress(
    host: "cluster1.prometheus.example.net",
    controller: .nginx(IngressCertificate(secret: "web", isPublic: false)),
    inboundRanges: ["10.20.0.0/16", "192.0.2.7/32"],
    annotations: [:],
  )
}

extension LoadBalancer {
  static let sidecar = LoadBalancer(
    port: 10901,
    isInternal: true,
    sourceRanges: ["10.20.0.0/16"],
    annotations: [:],
  )

  static var encryptedSidecar: LoadBalancer {
    var loadBalancer = sidecar
    loadBalancer.tls = ServingCertificate(
      secret: "web",
      serverName: "cluster1.prometheus.example.net",
    )
    return loadBalancer
  }
}

extension Fleet {
  /// The Ingress of a hub that has one.
  var ingress: Ingress? {
    get {
      guard case .open(.ingress(let ingress), _) = receiving.wayIn else { return nil }
      return ingress
    }
    set {
      guard case .open(_, let proxy) = receiving.wayIn, let newValue else { return }
      receiving.wayIn = .open(.ingress(newValue), proxy)
    }
  }

  /// Puts a load balancer with the certificate `web` in the Ingress' place.
  mutating func useLoadBalancer(at port: Int = 443, issuer: Issuer? = nil) {
    guard case .open(_, let proxy) = receiving.wayIn else { return }
    let certificate = ServingCertificate(
      secret: "web",
      serverName: "metrics.example.com",
      issuer: issuer,
    )
    let loadBalancer = LoadBalancer(
      port: port,
      isInternal: true,
      sourceRanges: [],
      controller: nil,
      tls: certificate,
      annotations: [:],
    )
    receiving.wayIn = .open(.loadBalancer(loadBalancer, certificate), proxy)
  }

  func platform(of cluster: String) -> Platform {
    clusters.first { $0.name == cluster }?.platform ?? hub.platform
  }
}
