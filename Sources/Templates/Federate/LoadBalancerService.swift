import Fleet
import JSON
import Manifest

/// The way in from outside to a cluster's Prometheus.
extension ReadCluster {
  /// Where the hub learns the address.
  var service: ObjectReference { site.reference(.service, Part.prometheus.name) }

  var wayIn: Manifest {
    let spec: JSON = .fields([
      "type": "LoadBalancer",
      "loadBalancerClass": loadBalancer.controller.map(JSON.string),
      "loadBalancerSourceRanges": .list(loadBalancer.sourceRanges),
      "selector": .map(site.operatorLabels(.prometheus)),
      "ports": [servicePort("web", Int64(loadBalancer.port), target: "web")],
    ])
    return site.manifest(
      .service,
      service.name,
      of: .prometheus,
      ["metadata": ["annotations": .map(annotations)], "spec": spec],
    )
  }

  /// A cloud reads its own annotations and passes over the others', so all of them are there.
  private var annotations: [String: String] {
    let own = loadBalancer.isInternal ? Self.internalOnly : Self.onInternet
    return own.merging(loadBalancer.annotations) { $1 }
  }

  private static let internalOnly = [
    "service.beta.kubernetes.io/aws-load-balancer-scheme": "internal",
    // For the controller that is built into older clusters.
    "service.beta.kubernetes.io/aws-load-balancer-internal": "true",
    "service.beta.kubernetes.io/azure-load-balancer-internal": "true",
    "networking.gke.io/load-balancer-type": "Internal",
    "service.beta.kubernetes.io/openstack-internal-load-balancer": "true",
  ]

  /// Elsewhere the internet is what a load balancer is for unless it is told otherwise.
  private static let onInternet = [
    "service.beta.kubernetes.io/aws-load-balancer-scheme": "internet-facing"
  ]
}
