import Fleet
import JSON
import Objects
import Templates
import Testing

@Suite struct ReferenceTests {
  @Test(arguments: Example.variants)
  func `no two objects have one reference`(_ example: Example) throws {
    let references = try render(example.fleet, example.bundles).manifests.map(\.reference)
    #expect(Set(references).count == references.count)
  }

  @Test(arguments: Example.variants)
  func `the hub comes first and the clusters follow in the order of the file`(
    _ example: Example
  ) throws {
    let fleet = example.fleet
    var clusters: [String] = []
    for manifest in try render(fleet).manifests where clusters.last != manifest.reference.cluster {
      clusters.append(manifest.reference.cluster)
    }
    #expect(clusters == [fleet.hub.name] + fleet.clusters.map(\.name))
  }

  @Test(arguments: Example.variants)
  func `whatever a pod refers to is rendered, given by the platform or made by a controller`(
    _ example: Example
  ) throws {
    for cluster in example.clusters {
      let manifests = try render(example.fleet, example.bundles).manifests(on: cluster)
      let present = Set(manifests.map { "\($0.reference.kind.kind)/\($0.reference.name)" })
      let certificates = manifests.flatMap { [$0.servingCertificate, $0.filledSecret] }
        .compactMap(\.self).map { "Secret/\($0)" }
      for pod in manifests.compactMap(\.podSpec) {
        let missing = pod.referred.subtracting(present).subtracting(certificates)
          .subtracting(example.existing)
        #expect(missing.isEmpty, "\(cluster)")
      }
    }
  }

  @Test(arguments: Example.variants)
  func `every producer of a hand-off is rendered, given by the platform or there already`(
    _ example: Example
  ) throws {
    let manifests = try render(example.fleet, example.bundles).manifests
    let filled = manifests.compactMap { manifest in
      manifest.filledSecret.map {
        ObjectReference(
          cluster: manifest.reference.cluster,
          .secret,
          namespace: manifest.reference.namespace,
          name: $0,
        )
      }
    }
    let rendered = Set(manifests.map(\.reference) + filled)
    for handOff in manifests.flatMap(\.bindings).flatMap(\.values).flatMap(\.handOffs) {
      let producer = handOff.producer
      let isPlatform = ["kube-system", "default-ingress-cert", "version"].contains(producer.name)
      let isThere = example.existing.contains("\(producer.kind.kind)/\(producer.name)")
      #expect(isPlatform || isThere || rendered.contains(producer), "\(handOff)")
    }
  }

  @Test(arguments: Example.variants)
  func `every Service, Route and Ingress leads somewhere`(_ example: Example) throws {
    for cluster in example.clusters {
      let manifests = try render(example.fleet, example.bundles).manifests(on: cluster)
      let services = manifests.filter { $0.reference.kind == .service }
      for route in manifests where route.reference.kind == .route {
        let name = route.body["spec"]?["to"]?["name"]?.stringValue
        #expect(services.contains { $0.reference.name == name })
      }
      for ingress in manifests where ingress.reference.kind == .ingress {
        let path = ingress.body["spec"]?["rules"]?[0]?["http"]?["paths"]?[0]
        let backend = try #require(path?["backend"]?["service"])
        let service = services.first { .string($0.reference.name) == backend["name"] }
        let ports = service?.body["spec"]?["ports"]?.arrayValue ?? []
        #expect(ports.contains { $0["name"] == backend["port"]?["name"] })
      }
      for service in services {
        let selector = service.body["spec"]?["selector"] ?? [:]
        let pods = manifests.compactMap(\.podLabels)
        #expect(pods.contains { $0.contains(selector) }, "\(service.reference)")
      }
    }
  }

  @Test(arguments: Example.variants)
  func `a workload selects the pods it makes, by labels that never change`(
    _ example: Example
  ) throws {
    for manifest in try render(example.fleet, example.bundles).manifests {
      guard let selector = manifest.body["spec"]?["selector"]?["matchLabels"],
        let labels = manifest.podLabels
      else { continue }
      #expect(labels.contains(selector))
      #expect(
        selector.objectValue?.keys == ["app.kubernetes.io/instance", "app.kubernetes.io/name"]
      )
    }
  }
}
