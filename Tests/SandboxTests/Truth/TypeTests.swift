import JSON
import Testing

@testable import fedctl_sandbox

@Suite struct TypeTests {
  @Test(
    arguments: [
      (
        ["spec": ["replicas": "one"]],
        ".spec.replicas: expected numeric (int or float), got string",
      ),
      (["spec": ["paused": "true"]], ".spec.paused: expected boolean, got &{true}"),
      (
        ["metadata": ["labels": ["a": 1]]],
        ".metadata.labels.a: expected string, got &value.valueUnstructured{Value:1}",
      ), (["spec": ["unknown": 1]], ".spec.unknown: field not declared in schema"),
      (
        podSpec(["volumes": [["name": "a"], ["name": "a"]]]),
        ".spec.template.spec.volumes: duplicate entries for key [name=\"a\"]",
      ),
    ] as [(JSON, String)]
  )
  func `what does not fit its type is a 500 in apply`(patch: JSON, words: String) {
    let answer = Bench().apply(Good.deployments, mergePatched(Good.deployment, patch))
    #expect(answer.code == 500)
    #expect(
      answer.message
        == "failed to create typed patch object (team/d; apps/v1, Kind=Deployment): \(words)"
    )
  }

  @Test func `what Go's structs do not take is a 500 too`() {
    let half: JSON = ["spec": ["replicas": 1.5]]
    let volume: JSON = ["name": "a", "emptyDir": ["sizeLimit": "x"]]
    let unmeasured: JSON = podSpec(["volumes": [volume]])
    for (patch, words) in [
      (half, "cannot convert float64 to int32"), (unmeasured, Quantity.Unreadable.form.rawValue),
    ] {
      let answer = Bench().apply(Good.deployments, mergePatched(Good.deployment, patch))
      #expect(answer.code == 500)
      #expect(answer.message.hasSuffix(words))
    }
  }

  @Test func `a Secret's data is base64`() {
    let secret: JSON = [
      "apiVersion": "v1", "kind": "Secret", "metadata": ["name": "k"], "data": ["a": "no base64!"],
    ]
    let answer = Bench().apply("/api/v1/namespaces/team/secrets/k", secret)
    #expect(answer.code == 500)
    #expect(answer.message.hasSuffix("illegal base64 data at input byte 2"))
  }

  @Test func `null is a missing field, and an empty text in a map`() {
    let patched = JSON.object([
      "apiVersion": "apps/v1", "kind": "Deployment",
      "metadata": ["name": "d", "labels": ["a": .null]],
      "spec": Good.deployment["spec"] ?? .null,
    ])
    let answer = Bench().apply(Good.deployments, patched)
    #expect(answer.code == 201)
    #expect(answer.json["metadata"]?["labels"] == ["a": ""])
  }

  @Test func `quantities become canonical, and zeros of no meaning go`() {
    let patch: JSON = ["spec": ["paused": false, "minReadySeconds": 0]]
    let answer = Bench().apply(Good.deployments, mergePatched(Good.deployment, patch))
    #expect(answer.json["spec"]?["paused"] == nil)
    #expect(answer.json["spec"]?["minReadySeconds"] == nil)
    let claim: JSON = [
      "apiVersion": "v1", "kind": "PersistentVolumeClaim", "metadata": ["name": "p"],
      "spec": [
        "accessModes": ["ReadWriteOnce"], "resources": ["requests": ["storage": "1.5Gi"]],
      ],
    ]
    let made = Bench().apply("/api/v1/namespaces/team/persistentvolumeclaims/p", claim)
    #expect(made.json["spec"]?["resources"]?["requests"]?["storage"] == "1536Mi")
    #expect(made.json.finalizers == ["kubernetes.io/pvc-protection"])
  }

  @Test func `an unknown field is a warning, a refusal or nothing, as it is asked for`() {
    let body = mergePatched(Good.configMap, ["unknown": 1])
    let path = "/api/v1/namespaces/team/configmaps?dryRun=All"
    #expect(Bench().ask("POST", path, body).warnings == ["unknown field \"unknown\""])
    #expect(Bench().ask("POST", "\(path)&fieldValidation=Ignore", body).warnings.isEmpty)
    #expect(Bench().ask("POST", "\(path)&fieldValidation=Strict", body).code == 400)
    #expect(
      Bench().ask("POST", "\(path)&fieldValidation=Bogus", body).summary
        == ["422", "FieldValueNotSupported fieldValidation"]
    )
  }

  @Test func `YAML is taken, and a key that stands twice is not`() {
    let yaml = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: '1', a: '2'}\n"
    let type = "application/apply-patch+yaml"
    let path = "\(Good.configMaps)?fieldManager=a&fieldValidation="
    let strict = Bench().ask("PATCH", path + "Strict", bytes: Array(yaml.utf8), type: type)
    #expect(strict.code == 400)
    let lenient = Bench().ask("PATCH", path + "Warn", bytes: Array(yaml.utf8), type: type)
    #expect(lenient.code == 201)
    #expect(lenient.json["data"] == ["a": "2"])
  }
}
