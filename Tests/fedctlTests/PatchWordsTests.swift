import JSON
import Objects
import Templates
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
        A patch of cluster1: Prometheus thanos/federated-prometheus changes \
        spec.remoteWrite[0].url, which fedctl fills during apply. Take the field out of the patch.
        """,
      ),
      (
        .changesIdentity(prometheus, FieldPath(keys: "metadata", "labels", "fedctl.dev/fleet")),
        """
        A patch of cluster1: Prometheus thanos/federated-prometheus changes \
        metadata.labels["fedctl.dev/fleet"], which tells the object from others. \
        Take the field out of the patch.
        """,
      ),
      (
        .matchesNothing(Patch.Target(kind: "Deployment", name: "graphana", cluster: "hub")),
        """
        A patch matches no object: Deployment named graphana on cluster hub. \
        `fedctl render` lists what there is.
        """,
      ),
    ] as [(PatchError, String)]
  )
  func `a patch that cannot be applied`(_ error: PatchError, _ words: String) {
    #expect(error.words == words)
  }
}
