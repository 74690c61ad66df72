import Facts
import TestSupport
import Testing

@testable import Fleet

@Suite struct ImagesReadTests {
  @Test func `a mirror and pull secrets are read`() throws {
    let reading = Sample.receive(
      more: "images: {registry: 'mirror.example.com:5000/m', pullSecrets: [a, b]}"
    ).reading
    let fleet = try #require(reading.fleet, "\(facts(reading))")
    let images = Images(registry: "mirror.example.com:5000/m", pullSecrets: ["a", "b"])
    #expect(fleet.hub.surroundings.images == images)
    #expect(fleet.clusters.allSatisfy { $0.surroundings.images == images })
  }

  @Test(arguments: ["https://mirror.example.com", "mirror.example.com/", "Mirror", "a b"])
  func `no registry is`(_ text: String) {
    let reading = Sample.receive(more: "images: {registry: '\(text)'}").reading
    #expect(facts(reading) == [.form(.registry(text))])
  }

  @Test func `pull secrets elsewhere are told where they belong`() {
    let reading = Sample.receive(hub: "name: hub, imagePullSecrets: [a]").reading
    #expect(
      facts(reading) == [
        .table(.absentKey("imagePullSecrets", of: "the hub", because: .pullSecrets))
      ]
    )
  }
}
