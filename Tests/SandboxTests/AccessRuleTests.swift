import JSON
import Testing

@testable import fedctl_sandbox

@Suite struct AccessRuleTests {
  private let admin = Bench(hasAccessRules: true)
  private let reader: Bench

  init() throws {
    let path = "/api/v1/namespaces/team/serviceaccounts"
    _ = admin.ask("POST", path, ["metadata": ["name": "reader"]])
    let access = "/apis/rbac.authorization.k8s.io/v1/namespaces/team"
    _ = admin.ask(
      "POST",
      "\(access)/roles",
      [
        "metadata": ["name": "reader"],
        "rules": [
          ["apiGroups": [""], "resources": ["configmaps"], "verbs": ["get", "list", "patch"]]
        ],
      ],
    )
    _ = admin.ask(
      "POST",
      "\(access)/rolebindings",
      [
        "metadata": ["name": "reader"],
        "roleRef": [
          "apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": "reader",
        ], "subjects": [["kind": "ServiceAccount", "name": "reader", "namespace": "team"]],
      ],
    )
    let token = admin.ask("POST", "\(path)/reader/token", ["spec": [:]])
    var bench = admin
    bench.token = try #require(token.json["status"]?["token"]?.stringValue)
    reader = bench
  }

  @Test func `a role in the namespace gives its rights and no others`() {
    #expect(reader.ask("GET", "/api/v1/namespaces/team/configmaps").code == 200)
    #expect(reader.ask("GET", "/api/v1/namespaces/default/configmaps").code == 403)
    #expect(
      reader.ask("GET", "/api/v1/namespaces/team/secrets").message
        == "secrets is forbidden: User \"system:serviceaccount:team:reader\" cannot list resource "
        + "\"secrets\" in API group \"\" in the namespace \"team\""
    )
    #expect(reader.ask("GET", "/api").code == 200)
  }

  @Test func `to apply what is not there takes the right to create it`() {
    #expect(reader.apply(Good.configMaps, Good.configMap).code == 403)
    #expect(admin.apply(Good.configMaps, Good.configMap).code == 201)
    #expect(reader.apply(Good.configMaps, Good.configMap).code == 200)
  }

  @Test func `reviews tell what would be allowed`() {
    let path = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews"
    func isAllowed(_ verb: JSON) -> JSON? {
      let attributes: JSON = ["verb": verb, "resource": "configmaps", "namespace": "team"]
      return reader.ask("POST", path, ["spec": ["resourceAttributes": attributes]])
        .json["status"]?["allowed"]
    }
    #expect(isAllowed("get") == true)
    #expect(isAllowed("delete") == false)
    let rules = reader.ask(
      "POST",
      "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews",
      ["spec": ["namespace": "team"]],
    ).json["status"]?["resourceRules"]?.arrayValue
    #expect(rules?.contains { $0["resources"] == ["configmaps"] } == true)
  }

  @Test func `nobody gives rights that they do not have`() {
    let path = "/apis/rbac.authorization.k8s.io/v1/namespaces/team/roles"
    _ = admin.ask(
      "PATCH",
      "\(path)/reader",
      [
        "rules": [
          [
            "apiGroups": ["rbac.authorization.k8s.io"], "resources": ["roles"],
            "verbs": ["create"],
          ]
        ]
      ],
      type: "application/merge-patch+json",
    )
    let role: JSON = [
      "metadata": ["name": "more"],
      "rules": [["apiGroups": [""], "resources": ["secrets"], "verbs": ["get"]]],
    ]
    let answer = reader.ask("POST", path, role)
    #expect(answer.code == 403)
    #expect(answer.message.contains("is attempting to grant RBAC permissions not currently held"))
  }

  @Test func `an unknown token is refused, where anybody asks`() {
    var stranger = admin
    stranger.token = "bogus"
    #expect(stranger.ask("GET", Good.configMaps).code == 401)
    var open = Bench()
    open.token = "bogus"
    #expect(open.ask("GET", "/api/v1/namespaces/default").code == 200)
  }
}
