import JSON
import Kubernetes
import Objects
import Testing

private struct Case: Sendable, CustomTestStringConvertible {
  let kind: ResourceKind
  let object: JSON?
  let readiness: Readiness

  var testDescription: String { "\(kind.kind): \(readiness)" }
}

private func conditions(_ type: String, _ status: String, _ reason: String = "") -> JSON {
  [
    "status": [
      "conditions": [
        ["type": .string(type), "status": .string(status), "reason": .string(reason)]
      ]
    ]
  ]
}

private func admission(_ status: String, _ reason: String = "") -> JSON {
  [
    "status": [
      "ingress": [
        [
          "conditions": [
            ["type": "Admitted", "status": .string(status), "reason": .string(reason)]
          ]
        ]
      ]
    ]
  ]
}

private let cases: [Case] = [
  Case(kind: .role, object: nil, readiness: .waiting("does not exist")),
  Case(kind: .role, object: [:], readiness: .ready),
  Case(
    kind: .namespace,
    object: ["metadata": ["deletionTimestamp": "2024-01-01T00:00:00Z"]],
    readiness: .failed("is being deleted: apply again when it has gone"),
  ),
  Case(kind: .namespace, object: ["status": ["phase": "Active"]], readiness: .ready),
  Case(
    kind: .deployment,
    object: ["metadata": ["generation": 2], "status": ["observedGeneration": 1]],
    readiness: .waiting("the controller has not seen the change yet"),
  ),
  Case(
    kind: .deployment,
    object: [
      "spec": ["replicas": 2],
      "status": [
        "observedGeneration": 1, "replicas": 2, "updatedReplicas": 2, "availableReplicas": 1,
      ],
    ],
    readiness: .waiting("1 of 2 replicas are available"),
  ),
  Case(
    kind: .deployment,
    object: conditions("Progressing", "False", "ProgressDeadlineExceeded"),
    readiness: .failed("ProgressDeadlineExceeded"),
  ),
  Case(
    kind: .statefulSet,
    object: [
      "status": [
        "observedGeneration": 1, "readyReplicas": 1, "updateRevision": "b", "currentRevision": "a",
      ]
    ],
    readiness: .waiting("0 of 1 replicas are updated"),
  ),
  Case(
    kind: .apiService,
    object: [:],
    readiness: .waiting("the API server has not asked for it yet"),
  ),
  Case(
    kind: .apiService,
    object: conditions("Available", "False", "MissingEndpoints"),
    readiness: .waiting("it is not available: MissingEndpoints"),
  ),
  Case(kind: .apiService, object: conditions("Available", "True", "Passed"), readiness: .ready),
  Case(
    kind: .daemonSet,
    object: [:],
    readiness: .waiting("the controller has not seen the change yet"),
  ),
  Case(
    kind: .daemonSet,
    object: nodes(wanted: 3, updated: 2, available: 3),
    readiness: .waiting("2 of 3 nodes have the newest pod"),
  ),
  Case(
    kind: .daemonSet,
    object: nodes(wanted: 3, updated: 3, available: 1),
    readiness: .waiting("1 of 3 nodes have an available pod"),
  ),
  Case(
    kind: .daemonSet,
    object: nodes(wanted: 0, updated: 0, available: 0),
    readiness: .ready,
  ),
  Case(
    kind: .secret,
    object: ["type": "kubernetes.io/service-account-token"],
    readiness: .waiting("its token has not been filled in yet"),
  ),
  Case(kind: .route, object: admission("True"), readiness: .ready),
  Case(
    kind: .route,
    object: admission("False", "HostAlreadyClaimed"),
    readiness: .failed("the router refuses it: HostAlreadyClaimed"),
  ),
  Case(kind: .service, object: ["spec": ["type": "ClusterIP"]], readiness: .ready),
  Case(
    kind: .ingress,
    object: ["spec": ["ingressClassName": "alb"], "status": ["loadBalancer": [:]]],
    readiness: .waiting("the controller of its class, alb, has given it no address yet"),
  ),
  Case(
    kind: .ingress,
    object: ["status": ["loadBalancer": ["ingress": [["hostname": "lb.example.com"]]]]],
    readiness: .ready,
  ),
  Case(
    kind: .service,
    object: ["spec": ["type": "LoadBalancer"], "status": ["loadBalancer": ["ingress": [[:]]]]],
    readiness: .waiting("the cloud has given its load balancer no address yet"),
  ),
  Case(
    kind: .service,
    object: [
      "spec": ["type": "LoadBalancer"],
      "status": ["loadBalancer": ["ingress": [["ip": "192.0.2.7"]]]],
    ],
    readiness: .ready,
  ),
  Case(kind: .certificate, object: conditions("Ready", "True"), readiness: .ready),
  Case(
    kind: .certificate,
    object: conditions("Ready", "False", "Pending"),
    readiness: .waiting("it is not Ready: Pending"),
  ),
  Case(kind: .route, object: [:], readiness: .waiting("no router has admitted it yet")),
  Case(
    kind: .secret,
    object: ["type": "kubernetes.io/tls", "data": ["tls.crt": "YQ==", "tls.key": "YQ=="]],
    readiness: .ready,
  ),
  Case(
    kind: .configMap,
    object: [
      "metadata": ["annotations": ["service.beta.openshift.io/inject-cabundle": "true"]],
      "data": ["service-ca.crt": ""],
    ],
    readiness: .waiting("the service CA has not filled it in yet"),
  ),
  Case(
    kind: .customResourceDefinition,
    object: conditions("Established", "True"),
    readiness: .ready,
  ),
  Case(
    kind: .customResourceDefinition,
    object: conditions("NamesAccepted", "False", "ListKindConflict"),
    readiness: .failed("ListKindConflict"),
  ),
  Case(
    kind: .subscription,
    object: conditions("ResolutionFailed", "True", "ConstraintsNotSatisfiable"),
    readiness: .failed("ConstraintsNotSatisfiable"),
  ),
  Case(
    kind: .clusterServiceVersion,
    object: ["status": ["phase": "Failed", "reason": "InstallCheckFailed"]],
    readiness: .waiting("phase Failed: InstallCheckFailed"),
  ),
  Case(
    kind: .prometheus,
    object: conditions("Reconciled", "False", "ReconciliationFailed"),
    readiness: .waiting("it is not Reconciled: ReconciliationFailed"),
  ),
]

@Test(arguments: cases)
private func `readiness follows the object`(_ example: Case) {
  #expect(Readiness.of(example.object, kind: example.kind) == example.readiness)
}

private func nodes(wanted: Int64, updated: Int64, available: Int64) -> JSON {
  [
    "status": [
      "observedGeneration": 1, "desiredNumberScheduled": .integer(wanted),
      "updatedNumberScheduled": .integer(updated), "numberAvailable": .integer(available),
    ]
  ]
}
