import JSON
import Objects
import Testing
import Text

@Suite struct PreviewTests {
  @Test func `a hand-off that is not known yet is marked with where it comes from`() {
    #expect(
      Sample.remoteWrite.preview["spec"]?["url"]
        == "https://(known after apply: hub: Route thanos/receive status.ingress[].host)/write"
    )
  }

  @Test func `one secret part hides the whole field`() {
    #expect(Sample.objectStore.preview["data"]?["store.yaml"] == "(sensitive)")
  }

  @Test func `what is not bound stays as it is`() {
    #expect(Sample.remoteWrite.preview["spec"]?["replicas"] == 1)
    #expect(Sample.remoteWrite.preview["metadata"]?["name"] == "writer")
  }

  @Test(
    arguments: [
      PendingValue.credential(.accessKeyID), .credential(.secretAccessKey),
      .generated(GeneratedSecret(in: Sample.secret, key: "session", length: 43)),
      .handOff(HandOff(from: Sample.secret, .data(key: "token"))),
      .handOff(HandOff(from: Sample.account, .boundToken(secret: "anchor", lifetime: 600))),
    ]
  )
  func `every kind of secret value is hidden`(_ value: PendingValue) {
    let manifest = Manifest(
      Sample.secret,
      bindings: [Binding(FieldPath(keys: "data", "key"), [.text("user:"), .value(value)])],
    )
    #expect(manifest.preview["data"]?["key"] == "(sensitive)")
  }
}

@Suite struct ResolutionTests {
  @Test func `text and values are joined`() throws {
    let object = try Sample.remoteWrite.resolved([Sample.host: "receive.example.com"])
    #expect(object["spec"]?["url"] == "https://receive.example.com/write")
    #expect(object["spec"]?["replicas"] == 1)
  }

  @Test func `a Secret gets base64 of its text, with values quoted for YAML`() throws {
    let object = try Sample.objectStore.resolved([
      .credential(.accessKeyID): "AKIA", .credential(.secretAccessKey): #"qu"ote\"#,
    ])
    let expected = "access_key: \"AKIA\"\nsecret_key: \"qu\\\"ote\\\\\"\n"
    #expect(object["data"]?["store.yaml"] == .string(expected.base64))
  }

  @Test func `values that are missing are named, in the order of the bindings`() {
    let half = #expect(throws: UnknownValues.self) {
      try Sample.objectStore.resolved([.credential(.accessKeyID): "AKIA"])
    }
    #expect(half?.values == [.credential(.secretAccessKey)])
    let none = #expect(throws: UnknownValues.self) { try Sample.objectStore.resolved([:]) }
    #expect(none?.values == [.credential(.accessKeyID), .credential(.secretAccessKey)])
  }
}

enum Sample {
  static let secret = ObjectReference(cluster: "hub", .secret, namespace: "thanos", name: "store")
  static let account = ObjectReference(
    cluster: "hub",
    .serviceAccount,
    namespace: "thanos",
    name: "writer",
  )
  static let host = PendingValue.handOff(
    HandOff(
      from: ObjectReference(cluster: "hub", .route, namespace: "thanos", name: "receive"),
      .admittedHost,
    )
  )
  static let remoteWrite = Manifest(
    ObjectReference(cluster: "east", .prometheus, namespace: "thanos", name: "writer"),
    ["spec": ["replicas": 1]],
    bindings: [
      Binding(FieldPath(keys: "spec", "url"), [.text("https://"), .value(host), .text("/write")])
    ],
  )
  static let objectStore = Manifest(
    secret,
    bindings: [
      Binding(
        FieldPath(keys: "data", "store.yaml"),
        [
          .text("access_key: "), .quoted(.credential(.accessKeyID)),
          .text("\nsecret_key: "), .quoted(.credential(.secretAccessKey)), .text("\n"),
        ],
        encoding: .base64,
      )
    ],
  )
}
