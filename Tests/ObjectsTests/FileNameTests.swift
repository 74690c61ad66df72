import Objects
import Testing

@Suite struct FileNameTests {
  @Test func `a file is named for kind, namespace and name`() {
    let route = ObjectReference(cluster: "hub", .route, namespace: "thanos", name: "grafana")
    #expect(route.fileName == "Route.thanos.grafana")
    let namespace = ObjectReference(cluster: "hub", .namespace, name: "thanos")
    #expect(namespace.fileName == "Namespace.thanos")
  }

  @Test func `no name leads out of the folder, and no two become one`() {
    let names = ["a/b", "../../b", "a%2Fb", "..", "a\u{0}b"].map { name in
      ObjectReference(
        cluster: "hub",
        ResourceKind("", "v1", "..", "x"),
        namespace: nil,
        name: name,
      )
      .fileName
    }
    #expect(Set(names).count == names.count)
    #expect(names.first == "%2E..a%2Fb")
    for name in names { #expect(!name.contains("/") && !name.hasPrefix(".")) }
  }

  @Test func `dashes in namespace and name make no two objects one file`() {
    let left = ObjectReference(cluster: "hub", .secret, namespace: "a-b", name: "c")
    let right = ObjectReference(cluster: "hub", .secret, namespace: "a", name: "b-c")
    #expect(left.fileName != right.fileName)
  }
}
