/// A small fleet file, valid unless a test puts something into it that is not.
package struct Sample {
  package let text: String

  package static func receive(
    platform: String = "openshift",
    bucket: String = "name: metrics, region: us-east-2",
    hub: String = "name: hub",
    cluster: String = "openshiftVersion: \"4.18\"",
    more: String = "",
  ) -> Sample {
    file(
      "topology: receive\nplatform: \(platform)\nbucket: {\(bucket)}",
      hub: hub,
      clusters: ["name: a, context: a, \(cluster)", "name: b, context: b"],
      more: more,
    )
  }

  /// The same for clusters that the hub reads from.
  package static func federate(
    platform: String = "kubernetes",
    hub: String = "name: hub",
    cluster: String = "name: a",
    more: String = "",
  ) -> Sample {
    file(
      "topology: federate\nplatform: \(platform)",
      hub: hub,
      clusters: ["context: a, \(cluster)"],
      more: more,
    )
  }

  /// The same for clusters with collectors.
  package static func collector(
    hub: String = "name: hub",
    cluster: String = "collector: {image: 'example.com/collector:1'}",
    more: String = "",
  ) -> Sample {
    file(
      "topology: collector\nplatform: openshift\nbucket: {name: metrics, region: us-east-2}",
      hub: hub,
      clusters: ["name: a, context: a, \(cluster)"],
      more: more,
    )
  }

  private static func file(
    _ kind: String,
    hub: String,
    clusters: [String],
    more: String,
  ) -> Sample {
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
    return Sample(text: text)
  }

  /// The same for a cluster with a sidecar.
  package static func sidecar(
    ingress: String? = "host: a.example.com",
    _ cluster: String = "name: a",
    more: String = "",
    hub: String = "",
  ) -> Sample {
    let wayIn = ingress.map { ", ingress: {\($0)}" } ?? ""
    let name = cluster.hasPrefix("name:") ? "" : "name: a, "
    let text = """
      apiVersion: fedctl.dev/v1alpha1
      kind: Fleet
      name: edge
      topology: sidecar
      platform: kubernetes
      bucket: {name: metrics, region: us-east-2}
      hub: {context: hub\(hub.isEmpty ? "" : ", \(hub)")}
      clusters:
      - {context: a, \(name)\(cluster)\(wayIn)}
      \(more)
      """
    return Sample(text: text)
  }
}
