import Facts
import JSON
import TestSupport
import Testing

@testable import Fleet

/// Texts of a fleet file that are taken from variables.
@Suite struct VariableTests {
  private static let environment = [
    "REGION": "eu-west-1", "CONTEXT": "east", "NUMBER": "4.20", "NOTHING": "",
    "S3_SECRET_KEY": "canary",
  ]

  private func read(_ sample: Sample) -> FleetReading { read(sample.text) }

  private func read(_ text: String) -> FleetReading {
    Fleet.read(
      Array(text.utf8),
      file: "fleet.yaml",
      FleetInputs(environment: Self.environment),
    )
  }

  @Test func `a variable's value stands where its name does`() throws {
    let reading = read(
      .receive(
        bucket: "name: metrics, region: {fromEnvironment: REGION}",
        cluster: "server: {fromEnvironment: CONTEXT}",
        more: "defaults: {externalLabels: {release: {fromEnvironment: NUMBER}}}",
      )
    )
    // What a variable holds is judged as if it stood there.
    #expect(facts(reading) == [.form(.serverURL("east"))])
    #expect(reading.problems.first?.mark?.line == 9)
    let good = read(
      .receive(
        bucket: "name: metrics, region: {fromEnvironment: REGION}",
        more: """
          namespace: {fromEnvironment: CONTEXT}
          defaults: {externalLabels: {release: {fromEnvironment: NUMBER}}}
          """,
      )
    )
    let fleet = try #require(good.fleet, "\(facts(good))")
    #expect(fleet.namespace == "east")
    #expect(fleet.receiving?.thanos.bucket.region == "eu-west-1")
    let labels = fleet.clusters.first?.externalLabels ?? []
    #expect(labels.contains(ExternalLabel(name: "release", value: "4.20")))
  }

  @Test(
    arguments: [
      ("GONE", .unset("GONE")), ("NOTHING", .unset("NOTHING")),
      ("S3_SECRET_KEY", .secret("S3_SECRET_KEY")),
    ] as [(String, VariableProblem)]
  )
  func `one that is not set, or holds a secret, is told once with its place`(
    name: String,
    expected: VariableProblem,
  ) {
    let reading = read(.receive(bucket: "name: {fromEnvironment: \(name)}, region: us-east-2"))
    #expect(facts(reading) == [.variable(expected)])
    #expect(reading.problems.first?.mark?.line == 6)
    #expect(reading.fleet == nil)
    #expect(!"\(reading)".contains("canary"))
  }

  @Test(arguments: [
    "hub: {context: {fromEnvironment: CONTEXT, more: 1}}", "hub: {context: {fromEnvironment: 1}}",
  ])
  func `any other mapping is no text`(_ hub: String) {
    let text = Sample.receive().text.replacing("hub: {context: hub, name: hub}", with: hub)
    let reading = read(text)
    let expected = TableProblem.wrongType(
      key: "context",
      wanted: .text,
      found: .mapping,
      text: nil,
    )
    #expect(facts(reading) == [.table(expected)])
  }

  @Test func `a key that takes none refuses it`() {
    let reading = read(.receive(cluster: "openshiftVersion: {fromEnvironment: NUMBER}"))
    #expect(facts(reading).count == 1)
    #expect(reading.fleet == nil)
  }

  @Test func `two clusters of one context are told though variables hide it`() {
    let text = """
      apiVersion: fedctl.dev/v1alpha1
      kind: Fleet
      name: edge
      topology: federate
      platform: kubernetes
      hub: {context: hub}
      clusters:
      - {name: a, context: {fromEnvironment: CONTEXT}}
      - {name: b, context: east}
      """
    let twins = read(text)
    #expect(facts(twins) == [.cluster(.contextTaken("east", by: .cluster(line: 8)))])
  }

  @Test func `editors know of variables where a key takes them`() throws {
    let definitions = Fleet.jsonSchema["$defs"]?.objectValue ?? [:]
    let bucket = try #require(definitions.map(\.value).first { $0["properties"]?["region"] != nil })
    let region = try #require(bucket["properties"]?["region"])
    #expect(region.text().contains("anyOf") || region["$ref"] != nil)
    let variables = definitions.map(\.value).filter {
      $0["properties"]?["fromEnvironment"]?["type"] == "string"
    }
    #expect(variables.count == 1)
  }
}
