import Fleet
import Testing

/// A fleet on Kubernetes whose clusters write themselves; each is the keys of one, `hub` is what stands below the hub's.
func writingFleet(_ clusters: [String], hub: String = "", defaults: String = "") throws -> Fleet {
  let text = """
    apiVersion: fedctl.dev/v1alpha1
    kind: Fleet
    name: f
    topology: receive
    platform: kubernetes
    namespace: thanos
    bucket: {name: metrics, region: us-east-2, credentials: {iamRole: "arn:aws:iam::123456789012:role/a"}}
    hub:
      context: hub
      ingress: {host: metrics.example.com, class: nginx, tls: {secret: tls, authority: system}}\(hub)
    defaults: {\(defaults)}
    clusters:
    \(clusters.map { "- {\($0)}" }.joined(separator: "\n"))
    """
  let reading = Fleet.read(Array(text.utf8), file: "fleet.yaml")
  return try #require(reading.fleet, "\(reading.problems)")
}

/// A fleet on Kubernetes of clusters whose sidecars the querier asks.
func askedFleet(_ names: String...) throws -> Fleet {
  let arn = "arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555"
  let clusters = names.map { name in
    """
    - name: \(name)
      context: \(name)
      iamRole: arn:aws:iam::123456789012:role/b
      ingress: {host: \(name).example.net, certificateARN: "\(arn)"}
    """
  }
  let text = """
    apiVersion: fedctl.dev/v1alpha1
    kind: Fleet
    name: f
    topology: sidecar
    platform: kubernetes
    namespace: thanos
    bucket: {name: metrics, region: us-east-2, credentials: {iamRole: "arn:aws:iam::123456789012:role/a"}}
    hub: {context: hub}
    clusters:
    \(clusters.joined(separator: "\n"))
    """
  let reading = Fleet.read(Array(text.utf8), file: "fleet.yaml")
  return try #require(reading.fleet, "\(reading.problems)")
}
