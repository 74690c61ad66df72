import Graph
import JSON
import Objects
import Plan
import Testing

/// A rotation is a Secret of a new name, for everybody to go over to.
struct RotationTests {
  private let token = manifest(
    .secret,
    "spoke-token",
    [
      "metadata": [
        "labels": ["fedctl.dev/fleet": "f", "fedctl.dev/managed-cluster": "spoke"],
        "annotations": ["kubernetes.io/service-account.name": "spoke"],
      ]
    ],
  )
  private var consumer: Manifest {
    let value = PendingValue.handOff(HandOff(from: token.reference, .data(key: "token")))
    return manifest(
      .secret,
      "bearer",
      on: spoke,
      bindings: [Binding(FieldPath(keys: "data", "t"), [.value(value)], encoding: .base64)],
    )
  }
  private let cookie = manifest(
    .secret,
    "cookie",
    bindings: [
      Binding(
        FieldPath(keys: "data", "k"),
        [
          .value(
            .generated(GeneratedSecret(in: reference(.secret, "cookie"), key: "k", length: 8))
          )
        ],
        encoding: .base64,
      )
    ],
  )
  private let proxy = manifest(
    .deployment,
    "proxy",
    [
      "spec": [
        "template": [
          "spec": [
            "volumes": [
              ["name": "cookie", "secret": ["secretName": "cookie"]],
              ["name": "other", "configMap": ["name": "cookie"]],
            ]
          ]
        ]
      ]
    ],
  )

  private var all: [Manifest] { [token, consumer, cookie, proxy] }

  private func generation(_ number: Int) -> ObjectReference {
    reference(.secret, "spoke-token-\(number)")
  }

  /// A live token Secret of a later generation.
  private func later(_ number: Int) -> JSON {
    var names = SecretNames()
    names[token.reference] = generation(number)
    return token.renamed(names).applied
  }

  private func names(
    _ live: LiveState,
    _ rotation: Rotation = Rotation(),
  ) -> [String] {
    live.inGenerations(all, of: "f", rotating: rotation)
      .filter { $0.reference.cluster == hub && $0.reference.kind == .secret }
      .map(\.reference.name)
  }

  @Test func `what is not live yet has its first generation, whatever is rotated`() {
    #expect(names(live(), Rotation(.tokens)) == ["spoke-token", "cookie"])
  }

  @Test func `what is live and rotated has the next one, and only for the clusters that are named`()
  {
    let there = live([token.reference: token.applied, cookie.reference: cookie.applied])
    #expect(names(there, Rotation(.tokens)) == ["spoke-token-2", "cookie"])
    #expect(names(there, Rotation(.tokens, clusters: ["other"])) == ["spoke-token", "cookie"])
    #expect(names(there, Rotation(.sessionSecrets)) == ["spoke-token", "cookie-2"])
    #expect(names(there) == ["spoke-token", "cookie"])
  }

  @Test func `a rotation on its way is finished before another begins`() {
    let there = live([token.reference: token.applied, generation(2): later(2)])
    #expect(names(there).first == "spoke-token-2")
    #expect(names(there, Rotation(.tokens)).first == "spoke-token-2")
    let after = live([generation(2): later(2)])
    #expect(names(after).first == "spoke-token-2")
    #expect(names(after, Rotation(.tokens)).first == "spoke-token-3")
  }

  @Test func `what another has named so is no generation`() {
    let stranger = manifest(.secret, "spoke-token-2").applied
    let there = live([token.reference: token.applied, generation(2): stranger])
    #expect(names(there).first == "spoke-token")
  }

  @Test func `a cluster that is away keeps what it uses, and begins nothing`() {
    let before = live([token.reference: token.applied], unknown: [spoke])
    #expect(names(before, Rotation(.tokens)).first == "spoke-token")
    let midway = live(
      [token.reference: token.applied, generation(2): later(2)],
      unknown: [spoke],
    )
    #expect(names(midway) == ["spoke-token-2", "cookie", "spoke-token"])
  }

  @Test
  func `the old token goes after its user has the new one, and says what has taken its place`()
    throws
  {
    let there = live([token.reference: token.applied, consumer.reference: consumer.applied])
    let wanted = there.inGenerations(all, of: "f", rotating: Rotation(.tokens))
    let plan = try planning(wanted, there)
    let old = try #require(plan[token.reference])
    #expect(old.action == .delete)
    #expect(old.notes == [.succeeded(by: generation(2))])
    let before = plan.graph.prerequisites(of: token.reference)
    #expect(before.contains(consumer.reference) && before.contains(generation(2)))
    #expect(plan.graph.prerequisites(of: consumer.reference).contains(generation(2)))
  }

  @Test func `pods mount the new Secret, and the old one goes after them`() throws {
    let there = live([cookie.reference: cookie.applied, proxy.reference: proxy.applied])
    let wanted = there.inGenerations(all, of: "f", rotating: Rotation(.sessionSecrets))
    let pod = try #require(wanted.first { $0.reference == proxy.reference }).body["spec"]?[
      "template"
    ]
    let volumes = pod?["spec"]?["volumes"]
    #expect(volumes?[0]?["secret"]?["secretName"] == "cookie-2")
    #expect(volumes?[1]?["configMap"]?["name"] == "cookie")
    let plan = try planning(wanted, there)
    #expect(plan.graph.prerequisites(of: cookie.reference).contains(proxy.reference))
    let new = reference(.secret, "cookie-2")
    let values = wanted.first { $0.reference == new }?.bindings.flatMap(\.values)
    #expect(values == [.generated(GeneratedSecret(in: new, key: "k", length: 8))])
  }
}
