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

  @Test func `a namespace is in itself, and what is applied is created by its name`() {
    let roles = "/apis/rbac.authorization.k8s.io/v1"
    let own = "/api/v1/namespaces/team"
    #expect(
      reader.ask("GET", own).message.hasSuffix(
        "\"namespaces\" in API group \"\" in the namespace \"team\""
      )
    )
    let rule: JSON = ["apiGroups": [""], "resources": ["namespaces"], "verbs": ["get"]]
    let local: JSON = ["metadata": ["name": "own"], "rules": [rule]]
    let named = rule.merging(["resourceNames": ["made"], "verbs": ["create", "patch"]])
    let wide: JSON = ["metadata": ["name": "made"], "rules": [named]]
    let subjects: JSON = [["kind": "ServiceAccount", "name": "reader", "namespace": "team"]]
    for (path, kind, role) in [
      ("\(roles)/namespaces/team/role", "Role", local),
      ("\(roles)/clusterrole", "ClusterRole", wide),
    ] {
      #expect(admin.ask("POST", path + "s", role).code == 201)
      let reference: JSON = [
        "apiGroup": "rbac.authorization.k8s.io", "kind": .string(kind),
        "name": role["metadata"]?["name"] ?? "",
      ]
      let binding: JSON = [
        "metadata": ["name": "reads-own"], "roleRef": reference, "subjects": subjects,
      ]
      #expect(admin.ask("POST", path + "bindings", binding).code == 201)
    }
    #expect(reader.ask("GET", own).code == 200)
    #expect(reader.ask("GET", "/api/v1/namespaces/default").code == 403)
    #expect(reader.apply("\(own)-b", namespace("team-b")).code == 403)
    #expect(reader.apply("/api/v1/namespaces/made", namespace("made")).code == 201)
  }

  private func namespace(_ name: JSON) -> JSON {
    ["apiVersion": "v1", "kind": "Namespace", "metadata": ["name": name]]
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
