@testable import Fleet

/// A small valid file with room for more.
enum Sample {
  static func read(
    platform: String = "openshift",
    bucket: String = "name: metrics, region: us-east-2",
    hub: String = "name: hub",
    cluster: String = "openshiftVersion: \"4.18\"",
    more: String = "",
  ) -> FleetReading {
    read(
      "topology: receive\nplatform: \(platform)\nbucket: {\(bucket)}",
      hub: hub,
      clusters: ["name: a, context: a, \(cluster)", "name: b, context: b"],
      more: more,
    )
  }

  /// The same for clusters that the hub reads from.
  static func readFederate(
    platform: String = "kubernetes",
    hub: String = "name: hub",
    cluster: String = "name: a",
    more: String = "",
  ) -> FleetReading {
    read(
      "topology: federate\nplatform: \(platform)",
      hub: hub,
      clusters: ["context: a, \(cluster)"],
      more: more,
    )
  }

  /// The same for clusters with collectors.
  static func readCollector(
    hub: String = "name: hub",
    cluster: String = "collector: {image: 'example.com/collector:1'}",
    more: String = "",
  ) -> FleetReading {
    read(
      "topology: collector\nplatform: openshift\nbucket: {name: metrics, region: us-east-2}",
      hub: hub,
      clusters: ["name: a, context: a, \(cluster)"],
      more: more,
    )
  }

  private static func read(
    _ kind: String,
    hub: String,
    clusters: [String],
    more: String,
  ) -> FleetReading {
    let text = """
      apiVersion: fedctl.dev/v1alpha1
      kind: Fleet
      name: edge
      \(kind)
      hub: {context: hub, \(hub)}
      clusters:
      \(clusters.map { "- {\($0)}" }.joined(separator: "\n"))
      \(more)
      """
    return Fleet.read(Array(text.utf8), file: "fleet.yaml")
  }

  /// The same for a cluster with a sidecar.
  static func readSidecar(
    ingress: String? = "host: a.example.com",
    _ cluster: String = "name: a",
    more: String = "",
  ) -> FleetReading {
    let wayIn = ingress.map { ", ingress: {\($0)}" } ?? ""
    let name = cluster.hasPrefix("name:") ? "" : "name: a, "
    let text = """
      apiVersion: fedctl.dev/v1alpha1
      kind: Fleet
      name: edge
      topology: sidecar
      platform: kubernetes
      bucket: {name: metrics, region: us-east-2}
      hub: {context: hub}
      clusters:
      - {context: a, \(name)\(cluster)\(wayIn)}
      \(more)
      """
    return Fleet.read(Array(text.utf8), file: "fleet.yaml")
  }
}

extension Fleet {
  /// What runs on the hub of a fleet with receive; nil for others.
  var receiving: ReceiveHub? {
    if case .receive(let design) = hub.design { design } else { nil }
  }
}

extension ManagedCluster {
  /// What runs on a cluster of a fleet with receive.
  var writer: ReceiveCluster? {
    guard case .receive(let design) = design else { return nil }
    return design
  }
}
