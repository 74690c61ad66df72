import Fleet
import Manifest

/// The way in from outside to a cluster's Prometheus.
extension ReadCluster {
  /// Where the hub learns the address.
  var service: ObjectReference { site.reference(.service, Part.prometheus.name) }

  var wayIn: Manifest {
    site.loadBalancer(
      loadBalancer,
      named: service.name,
      of: .prometheus,
      selector: site.operatorLabels(.prometheus),
      port: "web",
    )
  }
}
