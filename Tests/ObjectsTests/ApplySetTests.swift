import Objects
import Testing

@Suite struct ApplySetTests {
  @Test func `the id is what kubectl computes for the same parent`() {
    let parent = ObjectReference(
      cluster: "hub",
      .configMap,
      namespace: "thanos",
      name: "fedctl-inventory",
    )
    #expect(ApplySet.id(of: parent) == "applyset-4ZWxdAR1J-x20iAivWYXKPEXArHfcy0l2yi5p0LcXMw-v1")
  }

  @Test func `the cluster's name in the fleet is no part of the id`() {
    let ids = ["hub", "east"].map { cluster in
      ApplySet.id(of: ObjectReference(cluster: cluster, .configMap, namespace: "a", name: "b"))
    }
    #expect(ids[0] == ids[1])
  }
}
