import JSON
import Testing

@testable import fedctl_sandbox

/// What a real API server of 1.36.2 says to writes of a Scale, and whose the count is then.
@Suite struct ScaleWriteTests {
  private let bench = Bench()
  private static let place = "\(Good.deployments)/scale"
  private static let applying = "application/apply-patch+yaml"
  private static let merging = "application/merge-patch+json"

  init() { _ = bench.apply(Good.deployments, Good.deployment) }

  private static func scale(_ count: JSON, _ metadata: JSON = [:]) -> JSON {
    [
      "apiVersion": "autoscaling/v1", "kind": "Scale",
      "metadata": mergePatched(["name": "d", "namespace": "team"], metadata),
      "spec": ["replicas": count],
    ]
  }

  /// Who has the count, as `a Apply` or `s Update scale`.
  private func owners() -> [String] {
    let path: [PathElement] = [.field("spec"), .field("replicas")]
    return bench.ask("GET", Good.deployments).json.fieldOwners
      .filter { $0.fields.contains(path[...]) }
      .map { "\($0.manager) \($0.operation.rawValue) \($0.subresource) \($0.apiVersion)" }
  }

  private static let puts: [(JSON, [String])] = [
    (scale(2), ["200"]), (scale(-1), ["422", "FieldValueInvalid spec.replicas"]),
    (scale("x"), ["400"]), (scale(1.5), ["400"]), (scale(5_000_000_000), ["400"]),
    (scale(2, ["resourceVersion": "1"]), ["409"]), (scale(2, ["uid": "x"]), ["409"]),
    (scale(2, ["name": "other"]), ["400"]), (scale(2, ["namespace": "other"]), ["400"]),
    (["spec": ["replicas": 2]], ["400"]), (mergePatched(scale(2), ["kind": "Bogus"]), ["400"]),
    (mergePatched(scale(2), ["apiVersion": "autoscaling/v2"]), ["400"]),
    (Good.deployment, ["400"]),
  ]

  @Test(arguments: puts)
  func `a Scale is put`(body: JSON, said: [String]) {
    #expect(bench.ask("PUT", Self.place, body).summary == said)
  }

  @Test func `a Scale that is put takes the count from who had it`() {
    _ = bench.ask("PUT", "\(Self.place)?fieldManager=s", Self.scale(2))
    #expect(owners() == ["s Update scale apps/v1"])
    let entry = bench.ask("GET", Good.deployments).json.fieldOwners.first { $0.manager == "s" }
    // As on a real server, which gives such an entry no time.
    #expect(entry?.time == "")
    _ = bench.ask("PUT", "\(Self.place)?fieldManager=t&dryRun=All", Self.scale(9))
    #expect(owners() == ["s Update scale apps/v1"])
    #expect(bench.ask("GET", Self.place).json["spec"]?["replicas"] == 2)
  }

  @Test func `a Scale that is applied has conflicts like all that is applied`() {
    _ = bench.ask("PUT", "\(Self.place)?fieldManager=s", Self.scale(2))
    let path = "\(Self.place)?fieldManager=b"
    let refused = bench.ask("PATCH", path, Self.scale(3), type: Self.applying)
    #expect(
      refused.message
        == #"Apply failed with 1 conflict: conflict with "s" with subresource "scale" using "#
        + "autoscaling/v1: .spec.replicas"
    )
    #expect(bench.ask("PATCH", path, Self.scale(2), type: Self.applying).code == 200)
    #expect(owners() == ["b Apply scale apps/v1", "s Update scale apps/v1"])
    let forced = bench.ask("PATCH", path + "&force=true", Self.scale(4), type: Self.applying)
    #expect(forced.json["spec"]?["replicas"] == 4)
    #expect(owners() == ["b Apply scale apps/v1"])
    #expect(bench.apply(Good.deployments, Good.deployment).code == 409)
  }

  @Test func `once nobody has the count, a Scale that is applied meets who was before all`() {
    _ = bench.ask("PUT", Self.place, mergePatched(Self.scale(0), ["spec": [:]]))
    #expect(owners() == [])
    _ = bench.ask("PATCH", Self.place, ["spec": ["replicas": 4]], type: Self.merging)
    #expect(owners() == [])
    let path = "\(Self.place)?fieldManager=b"
    #expect(
      bench.ask("PATCH", path, Self.scale(5), type: Self.applying).message.contains(
        #"conflict with "before-first-apply" with subresource "scale" using autoscaling/v1"#
      )
    )
  }

  private static let applied: [(JSON, Int)] = [
    (scale("x"), 500), (mergePatched(scale(1), ["bogus": 1]), 500), (Good.deployment, 400),
    (scale(2, ["name": "other"]), 400), (["spec": ["replicas": 1]], 400),
  ]

  @Test(arguments: applied)
  func `what is no Scale is applied`(body: JSON, code: Int) {
    let path = "\(Self.place)?fieldManager=b&force=true"
    #expect(bench.ask("PATCH", path, body, type: Self.applying).code == code)
  }

  @Test func `what is not there has no Scale`() {
    let path = "/apis/apps/v1/namespaces/team/deployments/none/scale?fieldManager=b"
    let half: JSON = ["spec": ["replicas": 1]]
    for (type, body) in [(Self.merging, half), (Self.applying, Self.scale(1))] {
      #expect(bench.ask("PATCH", path, body, type: type).message.contains("deployments.apps"))
    }
    #expect(bench.ask("PUT", path, Self.scale(1)).code == 400)
    #expect(bench.ask("PUT", path, Self.scale(1, ["name": "none"])).code == 404)
  }

  @Test func `a definition's Scale is put and not applied`() {
    let place = "/apis/monitoring.coreos.com/v1/namespaces/team/prometheuses/x"
    _ = bench.apply(place, Sample.prometheus.object)
    let scale = Self.scale(-1, ["name": "x"])
    #expect(bench.ask("PUT", "\(place)/scale", scale).causes == ["FieldValueInvalid .spec.shards"])
    let path = "\(place)/scale?fieldManager=b"
    #expect(bench.ask("PATCH", path, scale, type: Self.applying).code == 500)
    let half: JSON = ["spec": ["replicas": 2]]
    #expect(bench.ask("PATCH", path, half, type: Self.merging).json["spec"] == half["spec"])
  }
}
