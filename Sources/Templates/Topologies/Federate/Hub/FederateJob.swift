import Fleet
import JSON
import Objects

/// The job by which the hub reads from one cluster.
///
/// Each cluster has an object of its own, so that one whose load balancer is late, or that cannot be
/// reached, holds nobody else up.
extension FederateSite {
  /// It waits until the cluster's load balancer has an address, and nothing else does.
  func federateJob(of read: ReadCluster) -> Manifest {
    let target = Binding(
      FieldPath(keys: "spec", "staticConfigs") / .index(0) / "targets" / .index(0),
      [
        .value(.handOff(HandOff(from: read.service, .loadBalancerHost))),
        .text(":\(read.loadBalancer.port)"),
      ],
    )
    return site.manifest(
      .scrapeConfig,
      read.cluster.name,
      of: .hubPrometheus,
      read.cluster.mark.merging(["spec": spec(for: read).merging(encryption(to: read))]),
      bindings: [target],
    )
  }

  /// Nothing for a cluster that is read without encryption.
  func authority(of read: ReadCluster) -> Manifest? {
    read.loadBalancer.tls.map {
      site.authority(of: read.cluster, at: read.site, in: $0.secret, for: .hubPrometheus)
    }
  }

  /// Whom to trust for the cluster's certificate.
  private func encryption(to read: ReadCluster) -> JSON {
    guard let name = read.loadBalancer.tls?.serverName else { return [:] }
    let authority: JSON = [
      "name": .string(ClusterAuthority.name(read.cluster.name)),
      "key": .string(ClusterAuthority.key),
    ]
    return [
      "scheme": "HTTPS",
      "tlsConfig": ["ca": ["secret": authority], "serverName": .string(name)],
    ]
  }

  /// Reads what was selected and keeps the cluster's own labels.
  private func spec(for read: ReadCluster) -> JSON {
    [
      "metricsPath": "/federate",
      // The series keep the job and instance that the cluster gave them.
      "honorLabels": true,
      "params": ["match[]": .list(read.selectors + read.design.federate.match)],
      "scrapeInterval": .string(read.design.federate.interval),
      // Federation writes all its series anew for every scrape; the shortest interval is 30s.
      "scrapeTimeout": "30s",
      // The address takes the place of the empty text.
      "staticConfigs": [["targets": [""], "labels": .map(labels(of: read.cluster))]],
    ]
  }

  /// The labels of what the hub itself says of the scrape, as `up`: those of the cluster's series.
  private func labels(of cluster: ManagedCluster) -> [String: String] {
    let external = cluster.externalLabels.map { ($0.name, $0.value) }
    return Dictionary(external) { $1 }.merging(["job": Self.job]) { $1 }
  }

  /// What the hub's own series of the scrape bear, whichever cluster it is of.
  static let job = "federate"
}
