import Fleet
import JSON
import Objects

/// An application that counts the words it turns round, to see a metric of one's own arrive.
extension Site {
  /// In a namespace of its own, which the fleet makes and removes.
  func sampleApplication(_ component: Component) -> [Manifest] {
    let place = ServiceMonitor.sample.namespace
    let objects = [
      manifest(.namespace, place, of: .sampleApplication),
      manifest(
        .deployment,
        Part.sampleApplication.name,
        of: .sampleApplication,
        in: place,
        ["spec": deployment(component)],
      ),
      manifest(
        .service,
        Part.sampleApplication.name,
        of: .sampleApplication,
        in: place,
        [
          // What the service monitor looks for.
          "metadata": ["labels": .map(sampleLabels)],
          "spec": [
            "selector": .map(selector(.sampleApplication)),
            "ports": [servicePort("http", 8080, target: "http")],
          ],
        ],
      ),
    ]
    return objects + (platform == .openshift ? [sampleRoute] : [])
  }

  /// The fleet's, and those by which the sample's monitor chooses.
  private var sampleLabels: [String: String] {
    memberLabels(.sampleApplication).merging(ServiceMonitor.sample.selector) { $1 }
  }

  private func deployment(_ component: Component) -> JSON {
    let pod: JSON = [
      "automountServiceAccountToken": false,
      "securityContext": podSecurityContext(.sampleApplication),
      "containers": [container(component).json],
    ]
    return [
      "replicas": .integer(Int64(component.replicas)),
      "selector": matching(.sampleApplication),
      "template": [
        "metadata": ["labels": .map(podLabels(.sampleApplication))],
        "spec": pod.merging(component.placement(of: matching(.sampleApplication))),
      ],
    ]
  }

  private func container(_ component: Component) -> Container {
    Container(
      name: Part.sampleApplication.name,
      image: component.image,
      arguments: component.extraArguments,
      ports: ["http": 8080],
      readiness: probe("/health", port: "http", everySeconds: 5, failures: 6),
      resources: component.resources.json,
      mounts: [],
    )
  }

  private var sampleRoute: Manifest {
    let name = Part.sampleApplication.name
    return edgeRoute(
      name,
      to: name,
      port: "http",
      of: .sampleApplication,
      in: ServiceMonitor.sample.namespace,
    )
  }
}
