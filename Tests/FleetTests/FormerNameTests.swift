import Facts
import JSON
import TestSupport
import Testing
import YAML

@testable import Fleet

/// Keys under the names that they had before.
@Suite struct FormerNameTests {
  @Test(arguments: [
    ("storageClass", "storageClassName", "receive: {storage: {storageClass: gp3}}"),
    ("storageClass", "storageClassName", "storeGateway: {storage: {size: 1Gi, storageClass: a}}"),
  ])
  func `a former name means what the present one does, and is warned of`(
    former: String,
    present: String,
    hub: String,
  ) throws {
    let reading = Sample.receive(hub: hub).reading
    #expect(facts(reading) == [.table(.formerKey(former, now: present))])
    #expect(reading.problems.map(\.severity) == [.warning])
    let now = Sample.receive(hub: hub.replacing("\(former):", with: "\(present):")).reading
    #expect(now.problems.isEmpty)
    #expect(reading.fleet == now.fleet)
  }

  @Test func `the name of a bucket in URLs goes by both`() throws {
    let reading = Sample.receive(bucket: "name: metrics, region: a, addressing: path").reading
    #expect(facts(reading) == [.table(.formerKey("addressing", now: "bucketLookupType"))])
    #expect(reading.fleet?.receiving?.thanos.bucket.lookupType == .path)
  }

  @Test(arguments: ["sourceRanges", "loadBalancerSourceRanges"])
  func `networks go by both at a load balancer`(key: String) throws {
    let cluster = "name: a, loadBalancer: {internal: false, \(key): [10.0.0.0/8]}"
    let reading = Sample.federate(cluster: cluster).reading
    #expect(reading.problems.count == (key == "sourceRanges" ? 1 : 0))
    guard case .federate(let design)? = reading.fleet?.clusters.first?.design else {
      Issue.record("\(facts(reading))")
      return
    }
    #expect(design.loadBalancer.sourceRanges == ["10.0.0.0/8"])
  }

  @Test func `networks go by both at an ingress, where the defaults have the former name`() {
    let defaults = "defaults: {ingress: {host: b.example.com, inboundCIDRs: [0.0.0.0/0]}}"
    let ingress = "host: a.example.com, internal: false, loadBalancerSourceRanges: [10.0.0.0/8]"
    let reading = Sample.sidecar(ingress: ingress, more: defaults).reading
    let expected = TableProblem.formerKey("inboundCIDRs", now: "loadBalancerSourceRanges")
    #expect(facts(reading) == [.table(expected)])
    guard case .sidecar(let design)? = reading.fleet?.clusters.first?.design,
      case .ingress(let way) = design.wayIn
    else {
      Issue.record("no Ingress")
      return
    }
    #expect(way.inboundRanges == ["10.0.0.0/8"])
  }

  @Test func `what is said in groups and defaults is told where it stands`() throws {
    let more = """
      defaults:
        federate: {match: [up]}
      groups:
        far:
          federate: {interval: 2m}
      """
    let reading = Sample.receive(cluster: "groups: [far]", more: more).reading
    #expect(
      reading.problems.map { $0.mark?.line } == [
        try line(of: "federate: {match", in: more), try line(of: "federate: {interval", in: more),
      ]
    )
    #expect(Set(facts(reading)) == [.table(.formerKey("federate", now: "platformSeries"))])
    let expected = Federate(match: ["up"], interval: "2m")
    #expect(reading.fleet?.clusters.first?.writer?.platformSeries == expected)
  }

  /// Of the file that these lines are the end of.
  private func line(of text: String, in more: String) throws -> Int {
    let lines = Sample.receive(cluster: "groups: [far]", more: more).text.split(
      separator: "\n",
      omittingEmptySubsequences: false,
    )
    return try #require(lines.firstIndex { $0.contains(text) }) + 1
  }

  @Test func `both names of one key are one too many`() {
    let hub = "receive: {storage: {storageClassName: gp3, storageClass: gp2}}"
    let reading = Sample.receive(hub: hub).reading
    #expect(
      facts(reading) == [
        .table(.formerKeyBesideNew("storageClass", now: "storageClassName", line: 7))
      ]
    )
    #expect(reading.fleet == nil)
  }

  @Test func `in another topology the former name is a key of its own`() {
    let reading = Sample.federate(cluster: "name: a, federate: {match: [up]}").reading
    #expect(reading.problems.isEmpty)
    let other = Sample.federate(cluster: "name: a, platformSeries: {match: [up]}").reading
    #expect(facts(other) == [.table(.foreignKey("platformSeries", topologies: [.receive]))])
  }

  @Test func `whatever a patch merges keeps its names`() {
    let more = """
      patches:
        - target: {kind: Service}
          merge: {spec: {storageClass: a, sourceRanges: []}}
      """
    #expect(Sample.receive(more: more).reading.problems.isEmpty)
  }

  @Test(arguments: Topology.allCases)
  func `no former name is the name of a key beside it`(_ topology: Topology) {
    check(.fleet.narrowed(to: topology))
  }

  private func check(_ record: Record) {
    let former = record.keys.compactMap(\.formerName)
    #expect(Set(former).count == former.count)
    #expect(former.allSatisfy { record[$0] == nil }, "\(record.noun)")
    for inner in record.keys.compactMap(\.shape.record) { check(inner) }
  }

  @Test func `a key is explained by its former name, too`() {
    let paths = Fleet.explanations(of: "hub.receive.storage.storageClass").map(\.path)
    #expect(paths == ["hub.receive.storage.storageClassName"])
    #expect(Fleet.explanations(of: "clusters.federate.interval").count == 2)
    #expect(Fleet.keyPaths(endingIn: "addressing") == ["bucket.bucketLookupType"])
  }

  @Test func `editors are told that a former name is out of use`() {
    let definitions = Fleet.jsonSchema["$defs"]?.objectValue ?? [:]
    let told = definitions.map(\.value).compactMap { $0["properties"]?["addressing"] }
    #expect(told.map { $0["deprecated"] } == [true])
    #expect(told.first?["description"] == "Now `bucketLookupType`.")
  }
}
