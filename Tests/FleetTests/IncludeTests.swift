import Facts
import JSON
import TestSupport
import Testing

@testable import Fleet

/// A fleet file of several files.
@Suite struct IncludeTests {
  private static let head = """
    apiVersion: fedctl.dev/v1alpha1
    kind: Fleet
    name: edge
    topology: receive
    platform: openshift
    hub: {context: hub}

    """

  private static let common = """
    bucket: {name: metrics, region: us-east-2}
    defaults: {externalLabels: {stage: prod, site: none}}
    """

  /// Files as a folder would hold them; the paths of included ones are relative to that of the including one.
  private func read(_ main: String, _ files: [String: String] = [:]) -> FleetReading {
    let included = IncludedFiles(
      path: { name, includer in
        let folder = includer.split(separator: "/").dropLast().joined(separator: "/")
        return folder.isEmpty ? name : "\(folder)/\(name)"
      },
      read: { path, limit in
        guard let text = files[path] else { return .failure(.missing) }
        return .success(Array(text.utf8.prefix(limit + 1)))
      },
    )
    let bytes = Array((Self.head + main).utf8)
    return Fleet.read(bytes, file: "fleet.yaml", FleetInputs(files: included))
  }

  @Test
  func `what is included stands under the file, and clusters of all files one behind the other`()
    throws
  {
    let reading = read(
      """
      include: [common.yaml, sites/eu.yaml]
      defaults: {externalLabels: {site: home}}
      clusters: [{name: a, context: a}]
      """,
      [
        "common.yaml": Self.common,
        "sites/eu.yaml": "include: [more.yaml]\nclusters: [{name: b, context: b}]",
        "sites/more.yaml": "clusters: [{name: c, context: c, externalLabels: {site: far}}]",
      ],
    )
    let fleet = try #require(reading.fleet, "\(facts(reading))")
    #expect(reading.problems.isEmpty)
    #expect(fleet.clusters.map(\.name) == ["c", "b", "a"])
    let labels = fleet.clusters.map { cluster in
      cluster.externalLabels.filter { $0.name != "cluster" }.map(\.value)
    }
    #expect(labels == [["far", "prod"], ["home", "prod"], ["home", "prod"]])
    #expect(fleet.receiving?.thanos.bucket.name == "metrics")
  }

  @Test func `a later file counts over an earlier one, and this one over all`() throws {
    let first = "\(Self.common)\nnamespace: first\nclusters: [{name: a, context: a}]"
    let reading = read("include: [a, b]", ["a": first, "b": "namespace: second"])
    #expect(reading.fleet?.namespace == "second")
    let own = read("include: [a, b]\nnamespace: own", ["a": first, "b": "namespace: second"])
    #expect(own.fleet?.namespace == "own")
  }

  @Test func `a problem is told in the file that it is in, with its line`() throws {
    let eu = "clusters:\n- {name: a, context: a}\n- {name: a, context: b, nonsense: 1}"
    let us = "clusters:\n- {name: c, context: a}"
    let reading = read("include: [common, eu, us]", ["common": Self.common, "eu": eu, "us": us])
    let places = reading.problems.map { $0.mark.map { "\($0.file):\($0.line)" } }
    #expect(places == ["eu:3", "eu:3", "us:2"])
    #expect(reading.lines(of: "eu")[2] == "- {name: a, context: b, nonsense: 1}")
    let taken = ClusterProblem.contextTaken("a", by: .cluster(line: 2, of: "eu"))
    #expect(facts(reading).contains(.cluster(taken)))
    #expect(facts(reading).contains(.cluster(.nameTaken("a", by: .cluster(line: 2)))))
  }

  @Test(
    arguments: [
      (["gone.yaml"], [:], .unreadable("gone.yaml", .missing)),
      (["a"], ["a": "# nothing"], .noKeys("a")), (["a"], ["a": "[1]"], .noKeys("a")),
      (["fleet.yaml"], [:], .cycle(["fleet.yaml", "fleet.yaml"])),
      (["a"], ["a": "include: [b]", "b": "include: [a]"], .cycle(["a", "b", "a"])),
      (["a"], ["a": String(repeating: "#", count: 1 << 20)], .tooLarge(limit: 1 << 20)),
    ] as [([String], [String: String], IncludeProblem)]
  )
  func `what cannot be included is told, and nothing that lacks for it`(
    names: [String],
    files: [String: String],
    expected: IncludeProblem,
  ) {
    let reading = read("include: [\(names.joined(separator: ", "))]", files)
    #expect(facts(reading) == [.include(expected)])
    #expect(reading.problems.first?.mark != nil)
    #expect(reading.fleet == nil)
  }

  @Test func `neither depth nor number is without an end`() {
    let chain = Dictionary(
      uniqueKeysWithValues: (0..<20).map { ("f\($0)", "include: [f\($0 + 1)]") }
    )
    #expect(facts(read("include: [f0]", chain)) == [.include(.tooDeep(limit: 8))])
    let names = (0...100).map { "g\($0)" }
    let many = Dictionary(uniqueKeysWithValues: names.map { ($0, "x-a: 1") })
    let reading = read("include: [\(names.joined(separator: ", "))]", many)
    #expect(facts(reading) == [.include(.tooMany(limit: 100))])
  }

  @Test func `a file that two include counts once`() throws {
    let us = "include: [common]\nclusters: [{name: b, context: b}]"
    let common = "\(Self.common)\nclusters: [{name: a, context: a}]"
    let reading = read("include: [common, us]", ["common": common, "us": us])
    #expect(reading.fleet?.clusters.map(\.name) == ["a", "b"], "\(facts(reading))")
  }

  @Test func `what is no list of files is told where it stands`() {
    let reading = read("include: [a]", ["a": "include: 5"])
    let expected = TableProblem.wrongType(key: "include", wanted: .list, found: .number, text: "5")
    #expect(facts(reading) == [.table(expected)])
    #expect(reading.problems.first?.mark?.file == "a")
    #expect(facts(read("include: {a: b}")).first.map { "\($0)".contains("include") } == true)
  }

  @Test func `a former name in one file and the present one in another are told with the file`() {
    let hub = "hub: {receive: {storage: {storageClass: gp2}}}"
    let common = "\(Self.common)\n\(hub)\nclusters: [{name: a, context: a}]"
    let own = "hub: {context: hub, receive: {storage: {storageClassName: gp3}}}"
    let text = Self.head.replacing("hub: {context: hub}", with: own)
    let files = IncludedFiles(
      path: { name, _ in name },
      read: { _, _ in .success(Array(common.utf8)) },
    )
    let reading = Fleet.read(
      Array((text + "include: [common]").utf8),
      file: "fleet.yaml",
      FleetInputs(files: files),
    )
    let expected = TableProblem.formerKeyBesideNew(
      "storageClass",
      now: "storageClassName",
      line: 6,
      of: "fleet.yaml",
    )
    #expect(facts(reading) == [.table(expected)])
    #expect(reading.problems.first?.mark?.file == "common")
  }
}
