import Fleet
import JSON
import Manifest

extension Site {
  /// A Service that leads from outside to a named port of pods.
  func loadBalancer(
    _ loadBalancer: LoadBalancer,
    named name: String,
    of part: Part,
    selector: [String: String],
    port: String,
  ) -> Manifest {
    let spec: JSON = .fields([
      "type": "LoadBalancer",
      "loadBalancerClass": loadBalancer.controller.map(JSON.string),
      "loadBalancerSourceRanges": .list(loadBalancer.sourceRanges),
      "selector": .map(selector),
      "ports": [servicePort(port, Int64(loadBalancer.port), target: port)],
    ])
    let annotations = JSON.map(loadBalancer.allAnnotations)
    return manifest(
      .service,
      name,
      of: part,
      ["metadata": ["annotations": annotations], "spec": spec],
    )
  }
}

extension LoadBalancer {
  /// A cloud reads its own annotations and passes over the others', so all of them are there.
  fileprivate var allAnnotations: [String: String] {
    (isInternal ? Self.internalOnly : Self.onInternet).merging(annotations) { $1 }
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
