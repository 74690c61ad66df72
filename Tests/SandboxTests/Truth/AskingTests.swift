import JSON
import Testing

@testable import fedctl_sandbox

/// What a real API server of 1.36.2 says to questions that are none, and to what goes with a request.
@Suite struct AskingTests {
  private let bench = Bench()
  private static let maps = "/api/v1/namespaces/team/configmaps"
  private static let workloads = "/apis/apps/v1/namespaces/team/deployments"
  private static let applying = "application/apply-patch+yaml"

  private static let lists: [(String, Int)] = [
    ("labelSelector=i%3D0", 200), ("labelSelector=i%3D0%3D1", 400), ("labelSelector=a%20b", 400),
    ("labelSelector=,", 400), ("labelSelector=)(", 400), ("labelSelector=i%3D%C3%BC", 400),
    ("labelSelector=i%20in%20()", 200), ("labelSelector=i%3E0", 200), ("labelSelector=i%3Ex", 400),
    ("labelSelector=%21i", 200), ("labelSelector=i%20notin%20(0,1),a.b/c%21%3Dd", 200),
    ("fieldSelector=metadata.name", 400), ("fieldSelector=metadata.uid%3Dx", 400),
    ("fieldSelector=metadata.name%3Dx,metadata.namespace%3Dteam", 200), ("limit=x", 400),
    ("resourceVersion=-1", 400), ("resourceVersion=999999999", 504),
    ("resourceVersionMatch=NotOlderThan", 422), ("sendInitialEvents=true", 422),
    ("resourceVersion=1&resourceVersionMatch=Bogus", 422),
    ("resourceVersion=0&resourceVersionMatch=Exact", 422),
    ("watch=true&sendInitialEvents=true", 422), ("watch=true&resourceVersion=bogus", 500),
  ]

  @Test(arguments: lists)
  func `a list is asked for`(query: String, code: Int) {
    #expect(bench.ask("GET", "\(Self.maps)?\(query)").code == code)
  }

  @Test func `labels are compared as they are asked for`() {
    for (name, size) in [("a", "1"), ("b", "2"), ("c", "")] {
      _ = bench.ask(
        "POST",
        Self.maps,
        ["metadata": ["name": .string(name), "labels": ["size": .string(size)]]],
      )
    }
    /// The names that a selector finds.
    func found(_ selector: String) -> [String] {
      (bench.ask("GET", "\(Self.maps)?labelSelector=\(selector)").json["items"]?.arrayValue ?? [])
        .map(\.name)
    }
    #expect(found("size%3E1") == ["b"])
    #expect(found("size%20in%20(1,)") == ["a", "c"])
    #expect(found("size%3D,size") == ["c"])
    #expect(found("size,size%20notin%20(1,2)") == ["c"])
  }

  private static let deletions: [(JSON, Int)] = [
    (["kind": "Bogus"], 400), (["dryRun": ["Bogus"]], 422), (["gracePeriodSeconds": 0], 200),
    (["gracePeriodSeconds": "x"], 400), (["preconditions": ["resourceVersion": 1]], 400),
    (["orphanDependents": "x"], 400), (["dryRun": "All"], 400), ([], 400),
  ]

  @Test(arguments: deletions)
  func `a deletion has options`(options: JSON, code: Int) {
    _ = bench.ask("POST", Self.maps, Good.configMap)
    #expect(bench.ask("DELETE", "\(Self.maps)/c", options).code == code)
  }

  @Test(arguments: [
    ("dryRun=Bogus", 422), ("orphanDependents=true&propagationPolicy=Orphan", 422),
    ("dryRun=All", 200),
  ])
  func `a deletion has parameters`(query: String, code: Int) {
    _ = bench.ask("POST", Self.maps, Good.configMap)
    #expect(bench.ask("DELETE", "\(Self.maps)/c?\(query)").code == code)
    #expect(bench.ask("GET", "\(Self.maps)/c").code == 200)
    #expect(bench.ask("DELETE", "\(Self.maps)?resourceVersion=x").code == 400)
  }

  @Test func `a Service that is gone is answered itself, a ConfigMap by a status`() {
    _ = bench.ask("POST", Self.maps, Good.configMap)
    _ = bench.ask("POST", "/api/v1/namespaces/team/services", Good.service)
    #expect(bench.ask("DELETE", "\(Self.maps)/c").json["kind"] == "Status")
    #expect(bench.ask("DELETE", Good.services).json["kind"] == "Service")
  }

  @Test func `what cannot be done at a path is not done`() {
    _ = bench.apply(Good.deployments, Good.deployment)
    #expect(bench.ask("DELETE", "\(Good.deployments)/scale").code == 405)
    #expect(bench.ask("GET", Good.deployments).code == 200)
    #expect(bench.ask("DELETE", "/api/v1/namespaces").code == 405)
    #expect(bench.ask("PUT", "/version", [:]).code == 405)
    #expect(bench.ask("POST", Self.maps, Good.configMap, type: "text/plain").code == 415)
    _ = bench.ask("POST", Self.maps, Good.configMap)
    #expect(bench.ask("PUT", "\(Self.maps)/c", ["metadata": [:]]).code == 400)
  }

  @Test func `who stops applying a container takes with it what others set in it`() {
    _ = bench.apply(Good.deployments, Good.deployment)
    let variable: JSON = ["name": "c", "env": [["name": "B", "value": "2"]]]
    _ = bench.ask(
      "PATCH",
      "\(Good.deployments)?fieldManager=kubectl-set",
      podSpec(["containers": [variable]]),
      type: "application/strategic-merge-patch+json",
    )
    let other: JSON = podSpec(["containers": [["name": "d", "image": "i"]]])
    let answer = bench.apply(Good.deployments, mergePatched(Good.deployment, other))
    #expect(answer.code == 200)
    let containers = answer.json["spec"]?["template"]?["spec"]?["containers"]?.arrayValue ?? []
    #expect(containers.map { $0["name"] } == ["d"])
    #expect(answer.json.fieldOwners.map(\.manager) == ["a"])
  }

  @Test func `the server keeps kubectl's note of what it applied last`() {
    let key = "kubectl.kubernetes.io/last-applied-configuration"
    let noted = mergePatched(
      Good.configMap,
      ["metadata": ["annotations": .object([key: "{}"])]],
    )
    _ = bench.ask("POST", "\(Self.maps)?fieldManager=kubectl-client-side-apply", noted)
    let next = mergePatched(Good.configMap, ["data": ["k": "w"]])
    let path = "\(Self.maps)/c?fieldManager=kubectl&force=true"
    let answer = bench.ask("PATCH", path, next, type: Self.applying)
    let note = answer.json.metadata["annotations"]?[key]?.stringValue ?? ""
    #expect(note.contains(#""data":{"k":"w"}"#) && note.hasSuffix("}\n"))
  }
}
