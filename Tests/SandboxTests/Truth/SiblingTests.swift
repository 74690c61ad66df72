import JSON
import Testing

@testable import fedctl_sandbox

/// What a real API server of 1.36 said to objects that were spoilt in one place each.
@Suite struct SiblingTests {
  private let bench = Bench()

  private static let team = "/namespaces/team/"
  private static let pod = "spec.template.spec"

  /// A Deployment whose pods are as given beside what they are otherwise.
  private static func deployment(_ spec: JSON) -> JSON {
    mergePatched(Good.deployment, ["spec": ["template": ["spec": spec]]])
  }

  /// The container of the good Deployment with more to it.
  private static func container(_ more: JSON) -> JSON {
    ["containers": [mergePatched(["name": "c", "image": "i:1"], more)]]
  }

  private static let spoiltPods: [(JSON, [String])] = [
    (
      ["volumes": [["secret": ["secretName": "s"]]]],
      ["422", "FieldValueRequired \(pod).volumes[0].name"],
    ),
    (["volumes": [[:]]], ["422", "FieldValueRequired \(pod).volumes[0].name"]),
    (
      mergePatched(
        container(["volumeMounts": [["name": "v", "mountPath": "/v"]]]),
        ["volumes": [["name": "v", "secret": [:]]]],
      ),
      [
        "422", "FieldValueNotFound \(pod).containers[0].volumeMounts[0].name",
        "FieldValueRequired \(pod).volumes[0].secret.secretName",
      ],
    ),
    (
      mergePatched(
        container([
          "volumeMounts": [["name": "v", "mountPath": "/v", "mountPropagation": "Bidirectional"]]
        ]),
        ["volumes": [["name": "v"]]],
      ),
      ["422", "FieldValueForbidden \(pod).containers[0].volumeMounts.mountPropagation"],
    ),
    (
      container(["restartPolicy": "Bogus"]),
      ["422", "FieldValueNotSupported \(pod).containers[0].restartPolicy"],
    ),
    (
      container(["livenessProbe": ["tcpSocket": ["port": ""]]]),
      ["422"]
        + Array(
          repeating: "FieldValueInvalid \(pod).containers[0].livenessProbe.tcpSocket.port",
          count: 2,
        ),
    ),
    (
      container([
        "livenessProbe": ["httpGet": ["port": 80, "httpHeaders": [["name": "a b", "value": ""]]]]
      ]),
      ["422", "FieldValueInvalid \(pod).containers[0].livenessProbe.httpGet.httpHeaders"],
    ),
  ]

  @Test(arguments: Self.spoiltPods)
  func `a pod that is spoilt in one place`(spec: JSON, expected: [String]) {
    #expect(
      bench.apply(Good.deployments, Self.deployment(spec), "&dryRun=All").summary == expected
    )
  }

  @Test(arguments: ["-x-", String(repeating: "x", count: 300)])
  func `what is no image's name has no tag that could be the latest`(image: String) {
    let answer = bench.apply(
      Good.deployments,
      Self.deployment(Self.container(["image": .string(image)])),
    )
    let container = answer.json["spec"]?["template"]?["spec"]?["containers"]?[0]
    #expect(container?["imagePullPolicy"] == "IfNotPresent")
  }

  @Test func `a selector that means nothing is told as each kind of workload does`() {
    let bad: JSON = ["spec": ["selector": ["matchLabels": ["app": "a b"]]]]
    let deployment = bench.apply(Good.deployments, mergePatched(Good.deployment, bad))
    #expect(
      deployment.summary
        == [
          "422", "FieldValueInvalid spec.selector", "FieldValueInvalid spec.selector.matchLabels",
        ]
    )
    #expect(
      deployment.message.hasSuffix(#"{"matchLabels":{"app":"a b"}}: invalid label selector]"#)
    )
    let set = bench.apply(Good.statefulSets, mergePatched(Good.statefulSet, bad))
    #expect(set.message.hasSuffix(#"spec.selector: Invalid value: {"matchLabels":{"app":"a b"}}]"#))
  }

  @Test func `the claims of a StatefulSet are volumes before all others`() {
    let claim: JSON = [
      "metadata": ["name": "A b"],
      "spec": ["accessModes": ["ReadWriteOnce"], "resources": ["requests": ["storage": "1Gi"]]],
    ]
    let spec: JSON = [
      "volumeClaimTemplates": [claim], "serviceName": "a.b",
      "template": ["spec": ["volumes": [["name": "v", "secret": [:]]]]],
    ]
    #expect(
      bench.apply(Good.statefulSets, mergePatched(Good.statefulSet, ["spec": spec])).summary == [
        "422", "FieldValueInvalid spec.serviceName",
        "FieldValueInvalid \(Self.pod).volumes[0].name",
        "FieldValueRequired \(Self.pod).volumes[1].secret.secretName",
      ]
    )
  }

  private static let spoiltKinds: [(String, JSON, [String])] = [
    (
      "/apis/networking.k8s.io/v1/namespaces/team/ingresses",
      [
        "metadata": ["name": "i", "annotations": ["kubernetes.io/ingress.class": "one"]],
        "spec": [
          "ingressClassName": "two", "tls": [["secretName": "A b"]],
          "rules": [["http": ["paths": [["path": "/", "pathType": ""]]]]],
        ],
      ],
      [
        "422", "FieldValueInvalid annotations.kubernetes.io/ingress.class",
        "FieldValueInvalid spec.rules[0].http.paths[0].backend",
        "FieldValueInvalid spec.tls[0].secretName",
        "FieldValueNotSupported spec.rules[0].http.paths[0].pathType",
      ],
    ),
    (
      "/apis/networking.k8s.io/v1/namespaces/team/networkpolicies",
      ["metadata": ["name": "n"], "spec": ["podSelector": [:], "policyTypes": [""]]],
      ["422", "FieldValueNotSupported spec.policyTypes[0]"],
    ),
    (
      "/apis/networking.k8s.io/v1/namespaces/team/networkpolicies", ["metadata": ["name": "n"]],
      ["201"],
    ),
    (
      "/apis/autoscaling/v2/namespaces/team/horizontalpodautoscalers",
      [
        "metadata": ["name": "h"],
        "spec": [
          "minReplicas": 0, "maxReplicas": -1,
          "scaleTargetRef": ["kind": "Deployment", "name": "d", "apiVersion": "v1"],
        ],
      ],
      [
        "422", "FieldValueForbidden spec.metrics", "FieldValueInvalid spec.maxReplicas",
        "FieldValueInvalid spec.maxReplicas", "FieldValueInvalid spec.minReplicas",
        "FieldValueInvalid spec.scaleTargetRef.apiVersion",
      ],
    ),
    (
      "/apis/apiregistration.k8s.io/v1/apiservices",
      [
        "metadata": ["name": "v1.a.example"],
        "spec": [
          "group": "a.example", "version": "v1", "groupPriorityMinimum": 1, "versionPriority": 1,
          "service": ["name": "s", "port": 0],
        ],
      ],
      ["422", "FieldValueInvalid spec.service.port", "FieldValueRequired spec.service.namespace"],
    ),
    (
      "/api/v1/namespaces",
      [
        "metadata": [
          "name": "n",
          "labels": [
            "pod-security.kubernetes.io/enforce": "Bogus",
            "pod-security.kubernetes.io/warn-version": "v2",
          ],
        ]
      ],
      [
        "422", "FieldValueInvalid metadata.labels[pod-security.kubernetes.io/enforce]",
        "FieldValueInvalid metadata.labels[pod-security.kubernetes.io/warn-version]",
      ],
    ),
    (
      "/apis/policy/v1/namespaces/team/poddisruptionbudgets", ["metadata": ["name": "A_b:c"]],
      ["201"],
    ),
    (
      "/apis/coordination.k8s.io/v1/namespaces/team/leases",
      ["metadata": ["name": "l"], "spec": ["holderIdentity": ""]], ["201"],
    ),
  ]

  @Test(arguments: Self.spoiltKinds)
  func `another kind that is spoilt`(path: String, object: JSON, expected: [String]) {
    #expect(bench.ask("POST", path, object).summary == expected)
  }

  @Test func `a version that is no number cannot be read`() {
    let object = mergePatched(Good.configMap, ["metadata": ["resourceVersion": "Bogus"]])
    let answer = bench.apply(Good.configMaps, object)
    #expect(answer.code == 500)
    #expect(answer.message == #"strconv.ParseUint: parsing "Bogus": invalid syntax"#)
  }

  @Test func `a dry run allocates no ports, and says others than there are`() {
    let spec: JSON = ["type": "LoadBalancer", "externalTrafficPolicy": "Local"]
    let service = mergePatched(Good.service, ["spec": spec])
    let answer = bench.apply(Good.services, service, "&dryRun=All")
    #expect(answer.json["spec"]?["ports"]?[0]?["nodePort"] == 32_769)
    #expect(answer.json["spec"]?["healthCheckNodePort"] == 32_770)
    let port: JSON = ["name": "http", "port": 80, "nodePort": 32_769]
    let asked = mergePatched(service, ["spec": ["ports": [port]]])
    #expect(
      bench.apply(Good.services, asked).summary
        == ["422", "FieldValueInvalid spec.ports[0].nodePort"]
    )
  }

  @Test func `the retention policy of claims is filled in by halves`() {
    let half: JSON = ["spec": ["persistentVolumeClaimRetentionPolicy": ["whenDeleted": "Delete"]]]
    let answer = bench.apply(Good.statefulSets, mergePatched(Good.statefulSet, half))
    #expect(
      answer.json["spec"]?["persistentVolumeClaimRetentionPolicy"]
        == ["whenDeleted": "Delete", "whenScaled": "Retain"]
    )
  }
}
