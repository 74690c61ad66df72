import JSON
import Testing

@testable import Apply

/// Taking over what hands have made, so that their leftovers can be removed.
struct AdoptionPatchTests {
  private func entry(_ manager: String, _ operation: String, _ fields: JSON) -> JSON {
    ["manager": .string(manager), "operation": .string(operation), "fieldsV1": fields]
  }

  private func object(_ entries: [JSON]) -> JSON {
    [
      "apiVersion": "v1",
      "metadata": ["resourceVersion": "7", "managedFields": .array(entries)],
    ]
  }

  @Test func `what hands own becomes ours, together with what is ours, and others keep theirs`()
    throws
  {
    let controller = entry("kube-controller-manager", "Update", ["f:status": [:]])
    let patch = try #require(
      object([
        entry("fedctl", "Apply", ["f:spec": ["f:a": [:]]]),
        entry("kubectl-create", "Update", ["f:spec": ["f:b": [:]]]),
        entry("kubectl-client-side-apply", "Update", ["f:metadata": ["f:labels": [:]]]),
        controller,
      ]).adoptionPatch
    )
    let entries = try #require(patch["metadata"]?["managedFields"]?.arrayValue)
    #expect(entries.first == controller)
    #expect(entries.count == 2)
    #expect(entries.last?["manager"] == "fedctl")
    #expect(entries.last?["operation"] == "Apply")
    #expect(
      entries.last?["fieldsV1"]
        == ["f:spec": ["f:a": [:], "f:b": [:]], "f:metadata": ["f:labels": [:]]]
    )
  }

  @Test func `the patch holds for the version that was looked at alone`() {
    let patch = object([entry("oc", "Update", [:])]).adoptionPatch
    #expect(patch?["metadata"]?["resourceVersion"] == "7")
  }

  @Test func `where no hand has been there is nothing to take over`() {
    #expect(object([entry("some-controller", "Update", [:])]).adoptionPatch == nil)
    #expect(object([]).adoptionPatch == nil)
  }

  @Test func `what a hand did to a subresource stays`() {
    let scaled = entry("kubectl", "Update", [:]).merging(["subresource": "scale"])
    #expect(object([scaled]).adoptionPatch == nil)
  }

  @Test func `of the fleet's own object a hand keeps its annotations and loses the rest`() throws {
    let object = object([
      entry("fedctl", "Apply", ["f:spec": ["f:a": [:]]]),
      entry("kubectl-edit", "Update", ["f:metadata": ["f:x": [:]], "f:spec": ["f:b": [:]]]),
    ])
    let patch = try #require(object.reclaimingPatch(desired: ["spec": ["a": 1]]))
    let entries = try #require(patch["metadata"]?["managedFields"]?.arrayValue)
    #expect(entries.map { $0["manager"] } == ["kubectl-edit", "fedctl"])
    #expect(entries.first?["fieldsV1"] == ["f:metadata": ["f:x": [:]]])
    #expect(entries.last?["fieldsV1"] == ["f:spec": ["f:a": [:], "f:b": [:]]])
  }

  @Test func `where a hand owns annotations alone nothing is taken back`() {
    let annotated = object([entry("oc", "Update", ["f:metadata": ["f:annotations": [:]]])])
    #expect(annotated.reclaimingPatch(desired: [:]) == nil)
  }
}
