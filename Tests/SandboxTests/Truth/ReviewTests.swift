import JSON
import Testing

@testable import fedctl_sandbox

/// What a real API server of 1.36.2 says to those who ask what may be done, and to those who may not.
@Suite struct ReviewTests {
  private static let reviews = "/apis/authorization.k8s.io/v1"
  private static let pods: JSON = ["verb": "get", "resource": "pods"]

  private static let asked: [(JSON, [String])] = [
    (["user": "x", "resourceAttributes": pods], ["201"]),
    (["user": "x"], ["422", "FieldValueInvalid spec.resourceAttributes"]),
    ([:], ["422", "FieldValueInvalid spec.resourceAttributes", "FieldValueInvalid spec.user"]),
    (
      ["user": "x", "resourceAttributes": pods, "nonResourceAttributes": ["path": "/"]],
      ["422", "FieldValueInvalid spec.nonResourceAttributes"],
    ),
    (["user": 1], ["400"]), (["user": "x", "groups": "g"], ["400"]),
    (
      [
        "user": "x",
        "resourceAttributes": [
          "fieldSelector": ["requirements": [["key": "a", "operator": "In"]]]
        ],
      ],
      [
        "422",
        "FieldValueRequired spec.resourceAttributes.fieldSelector.requirements[0].values",
      ],
    ),
    (
      [
        "user": "x",
        "resourceAttributes": [
          "labelSelector": [
            "rawSelector": "a=b", "requirements": [["key": "a", "operator": "Exists"]],
          ]
        ],
      ],
      ["422", "FieldValueInvalid spec.resourceAttributes.labelSelector.rawSelector"],
    ),
  ]

  @Test(arguments: asked)
  func `somebody's rights are asked for`(spec: JSON, said: [String]) {
    let answer = Bench().ask("POST", "\(Self.reviews)/subjectaccessreviews", ["spec": spec])
    #expect(answer.summary == said)
  }

  @Test func `a review has no name, and rules are asked for in a namespace`() {
    let bench = Bench()
    let named: JSON = [
      "metadata": ["name": "x"], "spec": ["user": "x", "resourceAttributes": Self.pods],
    ]
    let path = "\(Self.reviews)/subjectaccessreviews"
    #expect(bench.ask("POST", path, named).causes == ["FieldValueInvalid metadata"])
    let odd: JSON = ["spec": ["user": "x", "bogus": 1, "resourceAttributes": Self.pods]]
    #expect(bench.ask("POST", path, odd).warnings == [#"unknown field "spec.bogus""#])
    #expect(bench.ask("GET", "\(Self.reviews)/selfsubjectaccessreviews/x").code == 404)
    #expect(bench.ask("POST", "\(Self.reviews)/selfsubjectrulesreviews", [:]).code == 400)
  }

  @Test func `who may not look is not told what is not there`() {
    var bench = Bench(hasAccessRules: true)
    bench.user = "alice"
    for path in ["/apis/apps/v1/bogus", "/api/v1/namespaces/team/bogus"] {
      #expect(bench.ask("GET", path).code == 403)
    }
    #expect(bench.ask("GET", "/apis/apps/v2").code == 404)
    bench.user = "system:anonymous"
    #expect(bench.ask("GET", "/healthz").code == 200 && bench.ask("GET", "/apis").code == 403)
    bench.user = nil
    bench.groups = ["g"]
    #expect(bench.ask("GET", "/apis").code == 400)
  }
}
