import JSON
import Testing

@testable import fedctl_sandbox

/// What a real API server says to Services, autoscalers, claims, Jobs and definitions' objects.
@Suite struct SpoiltKindTests {
  private static let facts: [Fact] = [
    (
      .apply, .service,
      [
        "spec": [
          "sessionAffinity": "ClientIP",
          "sessionAffinityConfig": ["clientIP": ["timeoutSeconds": 0]],
        ]
      ], ["422", "Invalid spec.sessionAffinityConfig.clientIP.timeoutSeconds"],
    ),
    (
      .apply, .service, ["spec": ["internalTrafficPolicy": ""]],
      ["422", "NotSupported spec.internalTrafficPolicy"],
    ),
    (
      .apply, .service, ["spec": ["trafficDistribution": "Bogus"]],
      ["422", "NotSupported spec.trafficDistribution"],
    ),
    (
      .apply, .service, ["spec": ["type": "NodePort", "clusterIP": "None"]],
      ["422", "Invalid spec.clusterIPs[0]"],
    ),
    (
      .apply, .service, ["spec": ["ipFamilies": ["IPv4", "IPv4"]]],
      ["422", "Duplicate spec.ipFamilies[1]"],
    ),
    (
      .apply, .service, ["spec": ["healthCheckNodePort": 30000]],
      ["422", "Invalid spec.healthCheckNodePort"],
    ),
    (
      .apply, .service,
      ["spec": ["type": "ExternalName", "externalName": "a.b", "ipFamilyPolicy": "SingleStack"]],
      ["422", "Forbidden spec.ipFamilyPolicy"],
    ),
    (
      .apply, .autoscaler, ["spec": ["metrics": [["type": "Bogus"]]]],
      ["422", "NotSupported spec.metrics[0].type", "NotSupported spec.metrics[0].type"],
    ),
    (
      .apply, .autoscaler,
      [
        "spec": [
          "metrics": [
            [
              "type": "Resource",
              "resource": [
                "name": "cpu", "target": ["type": "Utilization", "averageUtilization": 0],
              ],
            ]
          ]
        ]
      ], ["422", "Invalid spec.metrics[0].resource.target.averageUtilization"],
    ),
    (
      .apply, .autoscaler,
      [
        "spec": [
          "metrics": [
            ["type": "Pods", "pods": ["metric": ["name": ""], "target": ["type": "AverageValue"]]]
          ]
        ]
      ],
      [
        "422", "Required spec.metrics[0].pods.metric.name",
        "Required spec.metrics[0].pods.target.averageValue",
      ],
    ),
    (
      .apply, .autoscaler,
      [
        "spec": [
          "metrics": [
            [
              "type": "External",
              "external": [
                "metric": ["name": "m"],
                "target": ["type": "Value", "value": "1", "averageValue": "1"],
              ], "resource": [:],
            ]
          ]
        ]
      ],
      [
        "422", "Forbidden spec.metrics[0].external.target.value",
        "Forbidden spec.metrics[0].resource",
      ],
    ),
    (
      .apply, .autoscaler, ["spec": ["behavior": ["scaleDown": ["policies": []]]]],
      ["422", "Required spec.behavior.scaleDown.policies"],
    ),
    (
      .apply, .autoscaler,
      [
        "spec": [
          "behavior": [
            "scaleUp": [
              "selectPolicy": "Bogus",
              "policies": [["type": "Pods", "value": 0, "periodSeconds": 1801]],
            ]
          ]
        ]
      ],
      [
        "422", "Invalid spec.behavior.scaleUp.policies[0].periodSeconds",
        "Invalid spec.behavior.scaleUp.policies[0].value",
        "NotSupported spec.behavior.scaleUp.selectPolicy",
      ],
    ),
    (
      .apply, .claim, ["spec": ["dataSourceRef": ["name": "x"]]],
      [
        "422", "Invalid spec.dataSource", "Invalid spec.dataSourceRef",
        "Required spec.dataSource.kind", "Required spec.dataSourceRef.kind",
      ],
    ),
    (.apply, .claim, ["spec": ["volumeMode": ""]], ["422", "NotSupported spec.volumeMode"]),
    (
      .apply, .job, ["spec": ["completionMode": "Bogus"]],
      ["422", "NotSupported spec.completionMode"],
    ),
    (
      .apply, .job, ["spec": ["backoffLimitPerIndex": 1]],
      ["422", "Invalid spec.backoffLimitPerIndex"],
    ),
    (.apply, .monitor, ["spec": ["selector": .null]], ["422", "TypeInvalid spec.selector"]),
    (.post, .monitor, ["spec": ["namespaceSelector": ["matchNames": .null]]], ["201"]),
    (
      .apply, .monitor, ["spec": ["endpoints": [["relabelings": [.null]]]]],
      ["422", "TypeInvalid spec.endpoints[0].relabelings[0]"],
    ),
    (.apply, .prometheus, ["spec": ["shards": -1]], ["422", "Invalid .spec.shards"]),
    (
      .apply, .prometheus, ["spec": ["listenLocal": .null]],
      ["422", "Invalid <nil>", "TypeInvalid spec.listenLocal"],
    ),
    (.apply, .prometheus, ["spec": ["replicas": 5_000_000_000]], ["422", "Invalid <nil>"]),
    (
      .post, .prometheus, ["spec": ["resources": ["requests": ["memory": true]]]],
      [
        "422", "Invalid <nil>", "Invalid <nil>", "TypeInvalid spec.resources.requests.memory",
        "TypeInvalid spec.resources.requests.memory",
      ],
    ),
    (
      .apply, .configMap,
      [
        "metadata": [
          "ownerReferences": [["apiVersion": "v1", "kind": "Event", "name": "e", "uid": "1"]]
        ]
      ], ["422", "Invalid metadata.ownerReferences"],
    ),
    (
      .post, .configMap,
      [
        "metadata": [
          "ownerReferences": [
            ["apiVersion": "v1", "kind": "ConfigMap", "name": "e", "uid": "1"],
            ["apiVersion": "v1", "kind": "ConfigMap", "name": "e", "uid": "1"],
          ]
        ]
      ], ["201"],
    ),
  ]

  @Test(arguments: facts.indices)
  func `an object that is spoilt in one place`(number: Int) {
    let fact = Self.facts[number]
    #expect(Bench().said(to: fact) == fact.said, "\(fact.change.text())")
  }
}
