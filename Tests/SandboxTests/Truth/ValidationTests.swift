import JSON
import Testing

@testable import fedctl_sandbox

/// Facts recorded from a kube-apiserver 1.36, one a rule.
@Suite struct ValidationTests {
  @Test(
    arguments: [
      ("UPPER", ["422", "FieldValueInvalid metadata.name"]), ("a.b-c.9", ["201"]),
      ("a..b", ["422", "FieldValueInvalid metadata.name"]),
    ]
  )
  func `names are DNS names`(name: String, expected: [String]) {
    let object = mergePatched(Good.configMap, ["metadata": ["name": .string(name)]])
    let path = "/api/v1/namespaces/team/configmaps/\(name)"
    #expect(Bench().apply(path, object).summary == expected)
  }

  @Test(
    arguments: [
      (["labels": ["k": "a b"]], ["422", "FieldValueInvalid metadata.labels"]),
      (["labels": ["a b": "v"]], ["422", "FieldValueInvalid metadata.labels"]),
      (["annotations": ["UP.example.com/a": "v"]], ["201"]),
      (
        ["annotations": ["a/": "v"]],
        [
          "422", "FieldValueInvalid metadata.annotations", "FieldValueInvalid metadata.annotations",
        ],
      ), (["finalizers": ["bad"]], ["422", "FieldValueInvalid metadata.finalizers[0]"]),
      (
        [
          "ownerReferences": [["apiVersion": "v1", "kind": "ConfigMap", "name": "n", "uid": ""]]
        ], ["422", "FieldValueInvalid metadata.ownerReferences.uid"],
      ),
    ] as [(JSON, [String])]
  )
  func `metadata has its rules`(metadata: JSON, expected: [String]) {
    let object = mergePatched(Good.configMap, ["metadata": metadata])
    #expect(Bench().apply(Good.configMaps, object).summary == expected)
  }

  @Test(
    arguments: [
      (["spec": ["replicas": -1]], ["FieldValueInvalid spec.replicas"]),
      (["spec": ["selector": [:]]], []),
      (
        ["spec": ["selector": ["matchLabels": ["app": "y"]]]],
        ["FieldValueInvalid spec.template.metadata.labels"],
      ),
      (
        ["spec": ["strategy": ["type": "Recreate", "rollingUpdate": ["maxSurge": 1]]]],
        ["FieldValueForbidden spec.strategy.rollingUpdate"],
      ),
      (
        podSpec(["restartPolicy": "Bogus"]),
        [
          "FieldValueNotSupported spec.template.spec.restartPolicy",
          "FieldValueNotSupported spec.template.spec.restartPolicy",
        ],
      ),
      (
        podSpec(["nodeSelector": ["a b": "c"]]),
        ["FieldValueInvalid spec.template.spec.nodeSelector"],
      ),
      (
        podSpec(["volumes": [["name": "a", "secret": [:]]]]),
        ["FieldValueRequired spec.template.spec.volumes[0].secret.secretName"],
      ),
      (
        ["spec": ["progressDeadlineSeconds": 0]],
        ["FieldValueInvalid spec.progressDeadlineSeconds"],
      ),
    ] as [(JSON, [String])]
  )
  func `workloads have their rules`(patch: JSON, causes: [String]) {
    let answer = Bench().apply(Good.deployments, mergePatched(Good.deployment, patch))
    #expect(answer.causes == causes)
  }

  @Test(
    arguments: [
      (["livenessProbe": ["periodSeconds": 3]], "FieldValueRequired", "livenessProbe"),
      (
        ["livenessProbe": ["httpGet": ["port": 80], "successThreshold": 2]], "FieldValueInvalid",
        "livenessProbe.successThreshold",
      ), (["imagePullPolicy": "Sometimes"], "FieldValueNotSupported", "imagePullPolicy"),
      (
        ["volumeMounts": [["name": "a", "mountPath": "/a"]]], "FieldValueNotFound",
        "volumeMounts[0].name",
      ),
      (
        ["resources": ["requests": ["cpu": "2"], "limits": ["cpu": "1"]]], "FieldValueInvalid",
        "resources.requests",
      ),
      (
        ["ports": [["name": "a", "containerPort": 80], ["name": "a", "containerPort": 81]]],
        "FieldValueDuplicate", "ports[1].name",
      ),
      (
        ["env": [["name": "A", "valueFrom": ["fieldRef": ["fieldPath": "bogus"]]]]],
        "FieldValueInvalid", "env[0].valueFrom.fieldRef.fieldPath",
      ),
    ] as [(JSON, String, String)]
  )
  func `containers have their rules`(patch: JSON, reason: String, field: String) {
    let base: JSON = ["name": "c", "image": "example.com/i:1"]
    let spec: JSON = ["template": ["spec": ["containers": [mergePatched(base, patch)]]]]
    let answer = Bench().apply(Good.deployments, mergePatched(Good.deployment, ["spec": spec]))
    #expect(answer.causes == ["\(reason) spec.template.spec.containers[0].\(field)"])
  }

  @Test(
    arguments: [
      (["ports": [["port": 0, "targetPort": 80]]], ["FieldValueInvalid spec.ports[0].port"]),
      (
        ["ports": [["port": 80], ["port": 81]]],
        ["FieldValueRequired spec.ports[0].name", "FieldValueRequired spec.ports[1].name"],
      ), (["type": "Bogus"], ["FieldValueNotSupported spec.type"]),
      (["type": "ExternalName"], ["FieldValueRequired spec.externalName"]),
      (["clusterIP": "bogus"], ["FieldValueInvalid spec.clusterIPs[0]"]),
      (
        ["loadBalancerSourceRanges": ["10.0.0.0/8"]],
        ["FieldValueForbidden spec.LoadBalancerSourceRanges"],
      ),
    ] as [(JSON, [String])]
  )
  func `Services have their rules`(spec: JSON, causes: [String]) {
    let answer = Bench().apply(Good.services, mergePatched(Good.service, ["spec": spec]))
    #expect(answer.causes == causes)
  }

  @Test(
    arguments: [
      (["to": ["weight": 300]], ["FieldValueInvalid spec.to.weight"]),
      (
        ["tls": ["termination": "bogus"]],
        ["FieldValueInvalid <nil>", "FieldValueNotSupported spec.tls.termination"],
      ), (["path": "x"], ["FieldValueInvalid spec.path"]),
      (
        ["tls": ["termination": "passthrough", "insecureEdgeTerminationPolicy": "Allow"]],
        ["FieldValueInvalid spec.tls"],
      ),
    ] as [(JSON, [String])]
  )
  func `a definition's schema and its rules hold`(spec: JSON, causes: [String]) {
    let answer = Bench().apply(Good.routes, mergePatched(Good.route, ["spec": spec]))
    #expect(answer.causes == causes)
  }

  @Test func `a definition's defaults are filled in`() {
    let answer = Bench().apply(Good.routes, Good.route)
    #expect(answer.json["spec"]?["wildcardPolicy"] == "None")
    #expect(answer.json["spec"]?["to"]?["weight"] == 100)
  }

  @Test func `what the server advises against is a warning`() {
    let patch: JSON = podSpec(["terminationGracePeriodSeconds": -1])
    let answer = Bench().apply(Good.deployments, mergePatched(Good.deployment, patch))
    #expect(answer.code == 201)
    #expect(
      answer.warnings == [
        "spec.template.spec.terminationGracePeriodSeconds: must be >= 0; negative values are "
          + "invalid and will be treated as 1"
      ]
    )
  }
}
