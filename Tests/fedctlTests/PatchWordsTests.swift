import Diagnostics
import JSON
import Objects
import Testing

@testable import Fleet
@testable import fedctl

@Suite struct PatchWordsTests {
  private static let prometheus = ObjectReference(
    cluster: "cluster1",
    .prometheus,
    namespace: "thanos",
    name: "federated-prometheus",
  )

  @Test(
    arguments: [
      (
        .changesPendingField(
          prometheus,
          FieldPath(keys: "spec", "remoteWrite") / .index(0) / "url",
        ),
        """
        It changes `spec.remoteWrite[0].url` of cluster1: Prometheus thanos/federated-prometheus, \
        which fedctl fills during apply.
        """,
      ),
      (
        .changesIdentity(prometheus, FieldPath(keys: "metadata", "labels", "fedctl.dev/fleet")),
        """
        It changes `metadata.labels["fedctl.dev/fleet"]` of cluster1: Prometheus \
        thanos/federated-prometheus, which tells the object from others.
        """,
      ),
      (
        .matchesNothing(Patch.Target(kinds: ["Deployment"], name: "graphana", cluster: "hub")),
        "This fleet has no Deployment named graphana on cluster hub.",
      ),
    ] as [(PatchProblem, String)]
  )
  func `a patch that cannot be applied`(_ problem: PatchProblem, _ detail: String) {
    #expect(problem.words.detail == detail)
  }
}
