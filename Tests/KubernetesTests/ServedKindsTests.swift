import JSON
import Kubernetes
import Objects
import Testing

@Suite struct ServedKindsTests {
  private static let verbs: JSON = ["create", "delete", "get", "list"]

  @Test func `one answer tells every version of every group`() async throws {
    let asked = Record<String>()
    try await APIServer.run { request in
      asked.add(request.path)
      #expect(request.accept.hasPrefix("application/json;g=apidiscovery.k8s.io;v=v2;"))
      let groups: [JSON] =
        request.path == "/api"
        ? [Self.group("", ["v1": [Self.resource("Secret", "secrets")]])]
        : [
          Self.group(
            "operators.coreos.com",
            [
              "v2": [Self.resource("OperatorCondition", "operatorconditions")],
              "v1": [Self.resource("OperatorGroup", "operatorgroups")],
              "v1alpha2": [Self.resource("OperatorGroup", "operatorgroups")],
              "v1alpha1": [
                Self.resource("Subscription", "subscriptions"),
                Self.resource("PackageManifest", "packagemanifests", verbs: ["get", "list"]),
              ],
            ],
          ),
          Self.group("metrics.k8s.io", ["v1beta1": []], stale: true),
        ]
      return .json(["kind": "APIGroupDiscoveryList", "items": .array(groups)])
    } _: { client in
      let served = try await client.servedKinds()
      #expect(
        Set(served.kinds) == [
          .secret, .operatorGroup, .subscription,
          ResourceKind("operators.coreos.com", "v2", "OperatorCondition", "operatorconditions"),
        ]
      )
      #expect(served.kinds.count == 4)
      #expect(served.unreadable == ["metrics.k8s.io/v1beta1"])
    }
    // Whether a question had to be put twice on a slow machine is not what is asked here.
    #expect(Set(asked.all) == ["/api", "/apis"])
  }

  @Test func `a server without such an answer is asked for every version`() async throws {
    try await APIServer.run { request in
      switch request.path {
      case "/api": .json(["kind": "APIVersions", "versions": ["v1"]])
      case "/apis":
        .json([
          "kind": "APIGroupList",
          "groups": [
            [
              "name": "monitoring.coreos.com",
              "preferredVersion": ["groupVersion": "monitoring.coreos.com/v1"],
              "versions": [
                ["groupVersion": "monitoring.coreos.com/v1"],
                ["groupVersion": "monitoring.coreos.com/v1alpha1"],
                ["groupVersion": "monitoring.coreos.com/v1beta1"],
              ],
            ]
          ],
        ])
      case "/api/v1": .json(Self.list("Secret", "secrets"))
      case "/apis/monitoring.coreos.com/v1": .json(Self.list("Prometheus", "prometheuses"))
      case "/apis/monitoring.coreos.com/v1alpha1":
        .json(Self.list("ScrapeConfig", "scrapeconfigs"))
      default: .failure(404, "NotFound")
      }
    } _: { client in
      let served = try await client.servedKinds()
      #expect(Set(served.kinds) == [.secret, .prometheus, .scrapeConfig])
      #expect(served.unreadable == ["monitoring.coreos.com/v1beta1"])
    }
  }

  private static func group(
    _ name: String,
    _ versions: KeyValuePairs<String, [JSON]>,
    stale: Bool = false,
  ) -> JSON {
    let versions = versions.map { version, resources -> JSON in
      [
        "version": .string(version), "resources": .array(resources),
        "freshness": stale ? "Stale" : "Current",
      ]
    }
    return ["metadata": ["name": .string(name)], "versions": .array(versions)]
  }

  private static func resource(_ kind: String, _ plural: String, verbs: JSON = verbs) -> JSON {
    [
      "resource": .string(plural), "responseKind": ["kind": .string(kind)],
      "scope": "Namespaced", "verbs": verbs,
    ]
  }

  private static func list(_ kind: String, _ plural: String) -> JSON {
    [
      "kind": "APIResourceList",
      "resources": [
        ["name": .string(plural), "kind": .string(kind), "namespaced": true, "verbs": verbs],
        [
          "name": .string("\(plural)/status"), "kind": .string(kind), "namespaced": true,
          "verbs": verbs,
        ],
      ],
    ]
  }
}
