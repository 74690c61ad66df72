import Fleet
import JSON
import Objects

/// A way in from outside.
extension Site {
  /// Leads to a cluster's Prometheus unless another part, and the labels of its pods, are given.
  ///
  /// - `port`: the name of the pods' port.
  func loadBalancerService(
    _ loadBalancer: LoadBalancer,
    named name: String,
    of part: Part = .prometheus,
    selecting pods: [String: String]? = nil,
    to port: String,
  ) -> Manifest {
    let spec: JSON = .fields([
      "type": "LoadBalancer",
      "loadBalancerClass": loadBalancer.controller.map(JSON.string),
      "loadBalancerSourceRanges": .list(loadBalancer.sourceRanges),
    ])
    return service(
      name,
      of: part,
      selecting: pods ?? operatorLabels(part),
      ports: [servicePort(port, Int64(loadBalancer.port), target: port)],
      ["metadata": ["annotations": .map(loadBalancer.allAnnotations)], "spec": spec],
    )
  }
}

extension LoadBalancer {
  /// A cloud reads its own annotations and passes over the others', so all of them are there.
  fileprivate var allAnnotations: [String: String] {
    let own = isInternal ? Self.internalOnly : Self.onInternet
    return own.merging(annotations) { $1 }
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
