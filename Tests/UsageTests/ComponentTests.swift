import Fleet
import Testing

@testable import Usage

/// Which component a workload belongs to.
struct ComponentTests {
  private static let table = ComponentTable(
    [
      UsageComponent(
        "gateway",
        places: [
          UsageComponent.Place(namespace: NamePattern("edge-*"), workload: NamePattern("envoy*"))
        ],
      ),
      UsageComponent("dns", places: [UsageComponent.Place(namespace: NamePattern("my-dns"))]),
    ],
    fleetNamespace: "thanos",
  )

  @Test(arguments: [
    ("openshift-etcd", "", "etcd"), ("openshift-etcd-operator", "", "etcd"),
    ("openshift-newcomer", "", "openshift-newcomer"), ("kube-node-lease", "", "kube-node-lease"),
    ("shop", "cart", "user workloads"), ("edge-eu", "envoy-proxy", "gateway"),
    ("edge-eu", "cart", "user workloads"), ("my-dns", "", "dns"), ("openshift-dns", "", "dns"),
    ("thanos", "prometheus-k8s", "fleet"),
  ])
  func `on OpenShift a namespace tells`(namespace: String, workload: String, name: String) {
    #expect(Self.table.name(namespace: namespace, workload: workload, on: .openshift) == name)
  }

  @Test(arguments: [
    ("kube-system", "etcd-node1", "etcd"), ("kube-system", "coredns", "dns"),
    ("kube-system", "kube-proxy", "network"), ("kube-system", "aws-ebs-csi-driver", "storage"),
    ("kube-system", "fancy", "kube-system/fancy"), ("shop", "cart", "shop/cart"),
    ("shop", "", "shop"),
  ])
  func `on other distributions a workload tells`(namespace: String, workload: String, name: String)
  {
    #expect(Self.table.name(namespace: namespace, workload: workload, on: .kubernetes) == name)
  }

  @Test(arguments: [
    ("a*c", "abc", true), ("a*c", "ac", true), ("a*c", "acx", false), ("*", "", true),
    ("abc", "abc", true), ("abc", "abcd", false), ("a*b*c", "a-b-c", true),
    ("a*b*c", "acb", false), ("aba*aba", "aba", false),
  ])
  func `a star stands for any characters`(pattern: String, name: String, fits: Bool) {
    #expect(NamePattern(pattern).matches(name) == fits)
  }

  @Test func `no namespace belongs to two known components`() {
    let places = UsageComponent.standard.flatMap { component in
      component.places.map { ("\($0.namespace.text)/\($0.workload?.text ?? "")", component.name) }
    }
    #expect(Dictionary(grouping: places, by: \.0).filter { $0.value.count > 1 }.isEmpty)
    #expect(UsageComponent.standard.count == UsageComponent.table.split(separator: "\n").count)
    #expect(Set(UsageComponent.standard.map(\.name)).count == UsageComponent.standard.count)
  }

  @Test func `versions are in the order in which they were released`() {
    let versions = ["4.9.1", "4.10.0", "4.10.0-rc.2", "4.16.3", "4.16.12"]
    let builds = versions.map { Build(platform: .openshift, version: $0) }
    #expect(builds.shuffled().sorted() == [builds[0], builds[1], builds[2], builds[3], builds[4]])
  }
}
