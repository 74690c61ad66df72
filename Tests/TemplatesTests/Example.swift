import JSON
import Manifest
import Templates
import Testing

@testable import Fleet

/// A fleet to render.
struct Example: CustomTestStringConvertible {
  let name: String
  let fleet: Fleet
  /// Objects that the fleet file says exist, as `Kind/name`.
  var existing: Set<String> = []

  var testDescription: String { name }
  var clusters: [String] { [fleet.hub.name] + fleet.clusters.map(\.name) }

  static let receive = Example(name: "receive-openshift", fleet: .example("receive-openshift"))

  /// The examples and the turns that their fleet files may take.
  static let variants = receiveVariants + federateVariants + collectorVariants

  static let examples = [receive, federate, collector]

  static let receiveVariants = [
    receive,
    receive.varied("bound tokens") { $0.receiving.token = .bound(lifetime: 7_776_000) },
    receive.varied("no federation") { $0.clusters[0].writer.federate.match = [] },
    receive.varied("more replicas") {
      $0.receiving.thanos.querier.replicas = 2
      $0.receiving.receive.component.replicas = 3
      $0.clusters[0].writer.prometheus.component.replicas = 2
    },
    receive.varied("the platform's own Prometheus") {
      $0.clusters[1].writer.mode = .platformPrometheus(settings: [:])
    },
    receive.varied("the sample application and a ruler") {
      let component = $0.receiving.thanos.storeGateway
      $0.receiving.thanos.ruler = Ruler(
        component: component,
        alertmanagers: ["https://alerts.example.com"],
      )
      $0.receiving.thanos.isWatchedByPlatform = true
      $0.clusters[1].sampleApplication = $0.receiving.thanos.querier
      $0.clusters[1].serviceMonitors = [.sample]
    },
    receive.varied("an existing Secret", existing: ["Secret/mine"]) {
      $0.receiving.thanos.bucket.credentials = .existingSecret(name: "mine", key: "objstore.yml")
    },
  ]

  static let federate = Example(
    name: "federate-kubernetes",
    fleet: .example("federate-kubernetes"),
  )

  static let federateVariants = [
    federate,
    federate.varied("on the internet") { $0.clusters[0].reader.loadBalancer.isInternal = false },
    federate.varied("a certificate", existing: ["Secret/web"]) {
      $0.clusters[0].reader.loadBalancer.tls = ServingCertificate(
        secret: "web",
        serverName: "prometheus.cluster1.example.com",
      )
    },
    federate.varied("no clusters") { $0.clusters = [] },
  ]

  static let collector = Example(
    name: "collector-openshift",
    fleet: .example("collector-openshift"),
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
    collector.varied("a ruler beside collectors") {
      $0.collecting.thanos.ruler = Ruler(
        component: $0.collecting.thanos.querier,
        alertmanagers: [],
      )
      $0.collecting.thanos.isWatchedByPlatform = true
    },
    collector.varied("no clusters with collectors") { $0.clusters = [] },
  ]

  private func varied(
    _ name: String,
    existing: Set<String> = [],
    _ change: (inout Fleet) -> Void,
  ) -> Example {
    var fleet = fleet
    change(&fleet)
    return Example(name: name, fleet: fleet, existing: existing)
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
    var fleet = receive.fleet
    let target = Patch.Target(kind: kind, name: name, cluster: cluster)
    fleet.patches = [Patch(target: target, merge: merge)]
    return try render(fleet).manifests
  }
}

extension Example {
  static func federate(_ match: [String], every interval: String) -> Federate {
    Federate(match: match, interval: interval)
  }
}
