import JSON
import Objects
import Plan
import Testing
import Text

/// What is alike in a plan is told once, and what differs is not lost.
@Suite struct ClusterGroupTests {
  private static let names = ["hub", "eu-1", "eu-2", "us-1"]

  private func groups(
    _ manifests: [Manifest],
    folds: Bool = true,
    tellsNewFields: Bool = true,
    hiding secrets: [String] = [],
  ) throws -> [ClusterGroup] {
    try planning(manifests, live(on: Self.names), on: Self.names).groups(
      hiding: SecretTexts(secrets),
      .plain,
      tellsNewFields: tellsNewFields,
      folds: folds,
    )
  }

  /// A Service on each managed cluster, with a text of its own.
  private func services(_ text: (String) -> String) -> [Manifest] {
    Self.names.dropFirst().map { name in
      manifest(.service, "s", on: name, ["spec": ["externalName": .string(text(name))]])
    }
  }

  private func text(_ group: ClusterGroup) throws -> Spread<DisplayedField> {
    let fields = try #require(group.blocks.first).fields
    return try #require(fields.first { $0.shares.first?.value.path == "spec.externalName" })
  }

  @Test func `clusters with the same changes are one section`() throws {
    let groups = try groups(services { _ in "x" })
    #expect(groups.map(\.clusters) == [["eu-1", "eu-2", "us-1"]])
    #expect(try text(groups[0]).common?.after == "\"x\"")
  }

  @Test func `values that differ are told with the clusters that have them`() throws {
    let groups = try groups(services { $0 == "us-1" ? "y" : "x" })
    let shares = try text(try #require(groups.first)).shares
    #expect(shares.map(\.value.after) == ["\"x\"", "\"y\""])
    #expect(shares.map(\.clusters) == [["eu-1", "eu-2"], ["us-1"]])
  }

  @Test func `a cluster's own name in a value is no difference`() throws {
    let groups = try groups(services { "to-\($0).example.com" })
    #expect(try text(groups[0]).common?.after == "\"to-CLUSTER.example.com\"")
  }

  @Test func `another field, object or action is another section`() throws {
    let more = manifest(.service, "t", on: "us-1")
    #expect(
      try groups(services { _ in "x" } + [more]).map(\.clusters) == [["eu-1", "eu-2"], ["us-1"]]
    )
    let field = manifest(.service, "s", on: "us-1", ["spec": ["type": "ExternalName"]])
    #expect(
      try groups(services { _ in "x" }.dropLast() + [field]).map(\.clusters)
        == [["eu-1", "eu-2"], ["us-1"]]
    )
  }

  @Test func `objects with which the same is done share a block`() throws {
    let objects = [manifest(.service, "a"), manifest(.service, "b"), manifest(.secret, "c")]
    let blocks = try #require(try groups(objects, tellsNewFields: false).first).blocks
    #expect(blocks.map { $0.objects.map(\.name) } == [["a", "b", "c"]])
  }

  @Test func `in full, each stands for itself`() throws {
    let groups = try groups(services { _ in "x" }, folds: false)
    #expect(groups.map(\.clusters) == [["eu-1"], ["eu-2"], ["us-1"]])
  }

  @Test func `a secret is hidden in long values, too`() throws {
    let long = String(repeating: "line\n", count: 50) + "password: hunter2hunter2\n"
    let object = manifest(.configMap, "c", ["data": ["text": .string(long)]])
    let group = try #require(try groups([object], hiding: ["hunter2hunter2"]).first)
    let fields = group.blocks.flatMap(\.fields).flatMap(\.shares).map(\.value)
    let told = fields.flatMap { $0.lines.map(\.text) + [$0.before, $0.after].compactMap { $0 } }
    #expect(!told.isEmpty && told.allSatisfy { !$0.contains("hunter2") })
  }
}
