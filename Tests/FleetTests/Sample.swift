@testable import Fleet

/// A small valid file with room for more.
enum Sample {
  static func read(
    bucket: String = "name: metrics, region: us-east-2",
    hub: String = "name: hub",
    cluster: String = "openshiftVersion: \"4.18\"",
    more: String = "",
  ) -> FleetReading {
    let text = """
      apiVersion: fedctl.dev/v1alpha1
      kind: Fleet
      name: edge
      topology: receive
      platform: openshift
      bucket: {\(bucket)}
      hub: {context: hub, \(hub)}
      clusters:
      - {name: a, context: a, \(cluster)}
      - {name: b, context: b}
      \(more)
      """
    return Fleet.read(Array(text.utf8), file: "fleet.yaml")
  }

  /// The same for clusters that the hub reads from.
  static func readFederate(
    platform: String = "kubernetes",
    hub: String = "name: hub",
    cluster: String = "name: a",
    more: String = "",
  ) -> FleetReading {
    let text = """
      apiVersion: fedctl.dev/v1alpha1
      kind: Fleet
      name: edge
      topology: federate
      platform: \(platform)
      hub: {context: hub, \(hub)}
      clusters:
      - {context: a, \(cluster)}
      \(more)
      """
    return Fleet.read(Array(text.utf8), file: "fleet.yaml")
  }
}

extension Sample {
  /// The same for clusters with collectors.
  static func readCollector(
    platform: String = "openshift",
    hub: String = "name: hub",
    cluster: String = "collector: {image: 'example.com/collector:1'}",
    more: String = "",
  ) -> FleetReading {
    let text = """
      apiVersion: fedctl.dev/v1alpha1
      kind: Fleet
      name: edge
      topology: collector
      platform: \(platform)
      bucket: {name: metrics, region: us-east-2}
      hub: {context: hub, \(hub)}
      clusters:
      - {name: a, context: a, \(cluster)}
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
