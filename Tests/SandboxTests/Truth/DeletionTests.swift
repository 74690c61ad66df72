import JSON
import Testing

@testable import fedctl_sandbox

@Suite struct DeletionTests {
  private let bench = Bench()

  init() { _ = bench.apply(Good.configMaps, Good.configMap) }

  @Test(
    arguments: [
      (["propagationPolicy": "Bogus"], ["422", "FieldValueNotSupported propagationPolicy"]),
      (
        ["propagationPolicy": "Foreground", "orphanDependents": true],
        ["422", "FieldValueInvalid propagationPolicy"],
      ), (["preconditions": ["uid": "nope"]], ["409"]),
      (["preconditions": ["resourceVersion": "1"]], ["409"]), (["dryRun": ["All"]], ["200"]),
    ] as [(JSON, [String])]
  )
  func `what cannot be done leaves the object as it was`(options: JSON, expected: [String]) {
    #expect(bench.ask("DELETE", Good.configMaps, options).summary == expected)
    #expect(bench.ask("GET", Good.configMaps).code == 200)
  }

  @Test(arguments: [("Foreground", "foregroundDeletion"), ("Orphan", "orphan")])
  func `an object waits for the garbage collector`(policy: String, finalizer: String) {
    let answer = bench.ask("DELETE", Good.configMaps, ["propagationPolicy": .string(policy)])
    #expect(answer.json.finalizers == [finalizer])
    #expect(bench.ask("GET", Good.configMaps).json.isTerminating)
  }

  @Test func `an object that goes takes no new finalizer, and goes with the last`() {
    let patch = { (finalizers: JSON) in
      bench.ask(
        "PATCH",
        Good.configMaps,
        ["metadata": ["finalizers": finalizers]],
        type: "application/merge-patch+json",
      )
    }
    #expect(patch(["example.com/a"]).code == 200)
    #expect(bench.ask("DELETE", Good.configMaps).json["kind"] == "ConfigMap")
    #expect(patch(["example.com/a", "example.com/b"]).code == 422)
    #expect(patch(.null).code == 200)
    #expect(bench.ask("GET", Good.configMaps).code == 404)
  }

  @Test func `the cluster's own namespaces stay`() {
    #expect(bench.ask("DELETE", "/api/v1/namespaces/kube-system").code == 403)
  }
}
