import JSON
import Objects
import Templates
import TestSupport
import Testing

@testable import Fleet

/// Images from a mirror, and the Secrets with which they are pulled.
@Suite struct ImagesTests {
  private static let images = Images(
    registry: "mirror.example.com:5000/m",
    pullSecrets: ["login", "other"],
  )

  /// Every image that an object's pods are told of, the flags that name one among them.
  private func images(in value: JSON) -> [String] {
    switch value {
    case .object(let members):
      members.flatMap { member in
        member.key == "image"
          ? [member.value.stringValue].compactMap(\.self) : images(in: member.value)
      }
    case .array(let elements): elements.flatMap(images)
    case .string(let text):
      text.split(separator: "=").last.map(String.init).map {
        $0.contains("/") && $0.contains("quay.io/") ? [$0] : []
      } ?? []
    default: []
    }
  }

  /// One of each topology and platform, and those whose operator comes in a bundle.
  private static let examples =
    [
      Example.receive, .platform, .kubernetes, .federate, .collector, .collectorOnKubernetes,
      .sidecar,
    ] + Example.federateVariants.filter { !$0.bundles.isEmpty }

  @Test(arguments: examples)
  func `every image comes from the mirror, and every pod has the Secrets`(_ example: Example) throws
  {
    var fleet = example.fleet
    fleet.hub.surroundings.images = Self.images
    for index in fleet.clusters.indices { fleet.clusters[index].surroundings.images = Self.images }
    var count = 0
    for manifest in try render(fleet, example.bundles).manifests
    where manifest.reference.kind.is(.workload) {
      let found = images(in: manifest.body)
      count += found.count
      #expect(
        found.allSatisfy { $0.hasPrefix("mirror.example.com:5000/m/") },
        "\(manifest.reference): \(found)",
      )
      guard manifest.reference.kind != .monitoringStack else { continue }
      let pods = manifest.body["spec"]?["template"]?["spec"] ?? manifest.body["spec"]
      #expect(pods?["imagePullSecrets"] == [["name": "login"], ["name": "other"]])
    }
    #expect(count > 1)
  }

  @Test(
    arguments: [
      ("quay.io/thanos/thanos:v1", "mirror.example.com:5000/m/thanos/thanos:v1"),
      ("host:5000/a@sha256:0", "mirror.example.com:5000/m/a@sha256:0"),
      ("grafana/grafana:1", "mirror.example.com:5000/m/grafana/grafana:1"),
      ("busybox:1", "mirror.example.com:5000/m/library/busybox:1"),
      ("mirror.example.com:5000/m/a:1", "mirror.example.com:5000/m/a:1"),
    ]
  )
  func `a mirror stands in place of the registry`(_ image: String, _ name: String) {
    #expect(Self.images.name(of: image) == name)
    #expect(Images().name(of: image) == image)
  }

  @Test func `a group has a mirror of its own, and else what is said of all`() throws {
    let text = try ExampleFleet.text(of: "receive-olm")
      .replacing("\nhub:\n", with: "\nimages: {pullSecrets: [login]}\n\nhub:\n")
      .replacing(
        "\nclusters:\n",
        with: "\ngroups: {edge: {images: {registry: edge.example.com}}}\n\nclusters:\n",
      )
      .replacing("    context: cluster2\n", with: "    context: cluster2\n    groups: [edge]\n")
    let fleet = try #require(Fleet.read(Array(text.utf8), file: "fleet.yaml").fleet)
    let rendering = try render(fleet)
    for (cluster, isMirrored) in [("hub", false), ("cluster1", false), ("cluster2", true)] {
      let pods = rendering.manifests(on: cluster).filter { $0.reference.kind.is(.workload) }
      #expect(!pods.isEmpty)
      for manifest in pods {
        let found = images(in: manifest.body)
        #expect(
          found.allSatisfy { $0.hasPrefix("edge.example.com/") == isMirrored },
          "\(manifest.reference): \(found)",
        )
        let spec = manifest.body["spec"]?["template"]?["spec"] ?? manifest.body["spec"]
        #expect(spec?["imagePullSecrets"] == [["name": "login"]], "\(manifest.reference)")
      }
    }
  }

  @Test func `nothing is otherwise without them`() throws {
    let fleet = Example.receive.fleet
    #expect(fleet.hub.surroundings.images == Images())
    let manifests = try render(fleet).manifests
    #expect(manifests.allSatisfy { $0.body["spec"]?["imagePullSecrets"] == nil })
  }
}
