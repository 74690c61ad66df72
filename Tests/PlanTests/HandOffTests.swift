import JSON
import Objects
import Plan
import Testing
import Text

/// Values that one object produces and another needs.
struct HandOffTests {
  private let route = manifest(.route, "r")
  private var consumer: Manifest {
    manifest(
      .configMap,
      "c",
      on: spoke,
      bindings: [
        Binding(
          FieldPath(keys: "data", "url"),
          [
            .text("https://"), .value(.handOff(HandOff(from: route.reference, .admittedHost))),
            .text("/x"),
          ],
        )
      ],
    )
  }

  private func admitted(_ status: JSON, _ host: String = "a.example.com") -> JSON {
    route.applied.merging([
      "status": [
        "ingress": [
          [
            "host": "refused.example.com", "conditions": [["type": "Admitted", "status": "False"]],
          ],
          ["host": .string(host), "conditions": [["type": "Admitted", "status": status]]],
        ]
      ]
    ])
  }

  private func shown(_ live: LiveState) throws -> DisplayedHandOff? {
    try planning([route, consumer], live)[consumer.reference]?
      .displayed(hiding: live.secretTexts, .plain).handOffs.first
  }

  @Test func `a value that is there is told with where it comes from`() throws {
    let shown = try shown(live([route.reference: admitted("True")]))
    #expect(shown?.value == #""https://a.example.com/x""#)
    #expect(shown?.source.description == "hub: Route n/r status.ingress[].host")
  }

  @Test func `a host that no router has admitted is not known yet`() throws {
    let value = try shown(live([route.reference: admitted("False")]))?.value
    #expect(value == #""https://(known after apply)/x""#)
  }

  @Test(
    arguments: [
      (["hostname": "a.example.com"], "a.example.com"), (["ip": "192.0.2.7"], "192.0.2.7"),
      (["hostname": "", "ip": "192.0.2.7"], "192.0.2.7"), (["ip": "2001:db8::7"], "[2001:db8::7]"),
      ([:], nil),
    ] as [(JSON, String?)]
  )
  func `a load balancer has a name or an address, as a URL has it`(entry: JSON, host: String?) {
    let service: JSON = ["status": ["loadBalancer": ["ingress": [entry]]]]
    #expect(HandOff.Field.loadBalancerHost.value(in: service) == host)
    #expect(HandOff.Field.loadBalancerHost.value(in: [:]) == nil)
  }

  @Test func `a producer out of reach leaves its consumers as they are`() throws {
    let before = live([route.reference: admitted("True")])
    let body = before.desired(consumer).body
    let applied = body.merging(["metadata": ["uid": "u"]]).owned(by: "fedctl")
    let plan = try planning(
      [route, consumer],
      live([consumer.reference: applied], unknown: [hub]),
    )
    let change = try #require(plan[consumer.reference])
    #expect(change.action == .none)
    #expect(change.obstacles == [])
    #expect(change.notes == [.undecided(cluster: hub)])
  }

  @Test func `a consumer that cannot be made without it waits`() throws {
    let plan = try planning([route, consumer], live(unknown: [hub]))
    #expect(plan[consumer.reference]?.obstacles == [.unavailable(cluster: hub)])
  }

  @Test func `a generated secret is kept once it is there`() throws {
    let secret = reference(.secret, "s")
    let generated = PendingValue.generated(GeneratedSecret(in: secret, key: "k", length: 43))
    #expect(live().lookUp(generated) == .afterApply)
    let kept: JSON = ["kind": "Secret", "data": ["k": "a2VlcG1l"]]
    #expect(live([secret: kept]).lookUp(generated) == .known("keepme"))
  }
}

/// Nothing secret is shown, wherever it stands.
struct RedactionTests {
  private let canary = "canary-of-eighteen"

  private func text(of change: DisplayedChange) -> String {
    change.fields.map { "\($0.before ?? "") \($0.after ?? "")" }.joined()
      + change.handOffs.map(\.value).joined()
  }

  @Test func `a Secret's data is hidden, and its value wherever else it turns up`() throws {
    let secret = manifest(.secret, "s", ["data": ["k": .string(canary.base64)]])
    let leak = manifest(
      .configMap,
      "leak",
      ["data": ["plain": .string("x \(canary) y"), "b": .string(canary.base64)]],
    )
    let state = live([
      secret.reference: secret.applied.merging(["data": ["k": "b2xk"]]),
      reference(.secret, "other"): ["kind": "Secret", "data": ["k": .string(canary.base64)]],
    ])
    let plan = try planning(
      [secret, leak],
      state,
      answers: [secret.reference: .accepted(secret.applied, conflicts: [])],
    )
    for manifest in [secret, leak] {
      let change = try #require(plan[manifest.reference])
      let text = text(of: change.displayed(hiding: state.secretTexts, .plain))
      #expect(!text.contains(canary))
      #expect(!text.contains(canary.base64))
      #expect(text.contains("(sensitive)"))
    }
  }

  @Test(arguments: ["SECRET_KEY", "dbPassword", "AWS_ACCESS_KEY_ID", "API_TOKEN"])
  func `a variable whose name promises a secret is hidden, alone and in its list`(
    name: String
  ) throws {
    let variable: JSON = ["name": .string(name), "value": .string(canary)]
    let plain: JSON = ["name": "LEVEL", "value": "told-as-it-is"]
    for live: [JSON] in [[variable, plain], [plain]] {
      for desired: [JSON] in [[variable, plain], []] where live != desired {
        let text = try shownVariables(live, desired)
        #expect(!text.contains(canary), "\(text)")
        #expect(
          text.contains("(sensitive)") == (live.contains(variable) != desired.contains(variable))
        )
      }
    }
    #expect(try shownVariables([plain], []).contains("told-as-it-is"))
  }

  /// What a plan shows where a container's variables change.
  private func shownVariables(_ live: [JSON], _ desired: [JSON]) throws -> String {
    let body = { (list: [JSON]) -> JSON in
      let container: JSON =
        list.isEmpty ? ["name": "c"] : ["name": "c", "env": .array(list)]
      return ["spec": ["template": ["spec": ["containers": [container]]]]]
    }
    let wanted = manifest(.deployment, "d", body(desired))
    let now = manifest(.deployment, "d", body(live)).applied
    let state = PlanTests.live([wanted.reference: now])
    let plan = try planning(
      [wanted],
      state,
      answers: [wanted.reference: .accepted(wanted.applied, conflicts: [])],
    )
    let change = try #require(plan[wanted.reference])
    return text(of: change.displayed(hiding: state.secretTexts, .plain))
  }

  @Test func `kubectl's copy of an object is hidden`() throws {
    let path = "kubectl.kubernetes.io/last-applied-configuration"
    let wanted = manifest(.service, "s")
    let copy: JSON = ["metadata": ["annotations": .object([path: .string("{\(canary)}")])]]
    let now = wanted.body.merging(copy).owned(by: "kubectl-client-side-apply", "Update")
    let plan = try planning(
      [wanted],
      live([wanted.reference: now]),
      answers: [wanted.reference: .accepted(wanted.applied, conflicts: [])],
    )
    let change = try #require(plan[wanted.reference]).displayed(hiding: SecretTexts([]), .plain)
    #expect(!text(of: change).contains(canary))
  }

  @Test func `the CA and namespace of a token Secret are no secrets`() {
    let secret: JSON = [
      "kind": "Secret", "type": "kubernetes.io/service-account-token",
      "data": ["namespace": .string("namespace-name".base64), "token": .string(canary.base64)],
    ]
    let texts = live([reference(.secret, "t"): secret]).secretTexts
    #expect(texts.redact("in namespace-name: \(canary)") == "in namespace-name: (sensitive)")
  }
}
