import JSON
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
  Case(kind: .role, object: nil, readiness: .waiting(.absent)),
  Case(kind: .role, object: [:], readiness: .ready),
  Case(
    kind: .namespace,
    object: ["metadata": ["deletionTimestamp": "2024-01-01T00:00:00Z"]],
    readiness: .failed(.terminating),
  ),
  Case(kind: .namespace, object: ["status": ["phase": "Active"]], readiness: .ready),
  Case(
    kind: .deployment,
    object: ["metadata": ["generation": 2], "status": ["observedGeneration": 1]],
    readiness: .waiting(.unobserved),
  ),
  Case(
    kind: .deployment,
    object: [
      "spec": ["replicas": 2],
      "status": [
        "observedGeneration": 1, "replicas": 2, "updatedReplicas": 2, "availableReplicas": 1,
      ],
    ],
    readiness: .waiting(.replicas(.available, have: 1, of: 2)),
  ),
  Case(
    kind: .deployment,
    object: conditions("Progressing", "False", "ProgressDeadlineExceeded"),
    readiness: .failed(.rolloutStuck(Explanation(reason: "ProgressDeadlineExceeded"))),
  ),
  Case(
    kind: .statefulSet,
    object: [
      "status": [
        "observedGeneration": 1, "readyReplicas": 1, "updateRevision": "b", "currentRevision": "a",
      ]
    ],
    readiness: .waiting(.replicas(.updated, have: 0, of: 1)),
  ),
  Case(
    kind: .apiService,
    object: [:],
    readiness: .waiting(.unasked),
  ),
  Case(
    kind: .apiService,
    object: conditions("Available", "False", "MissingEndpoints"),
    readiness: .waiting(unmet("Available", "MissingEndpoints")),
  ),
  Case(kind: .apiService, object: conditions("Available", "True", "Passed"), readiness: .ready),
  Case(
    kind: .daemonSet,
    object: [:],
    readiness: .waiting(.unobserved),
  ),
  Case(
    kind: .daemonSet,
    object: nodes(wanted: 3, updated: 2, available: 3),
    readiness: .waiting(.nodes(.updated, have: 2, of: 3)),
  ),
  Case(
    kind: .daemonSet,
    object: nodes(wanted: 3, updated: 3, available: 1),
    readiness: .waiting(.nodes(.available, have: 1, of: 3)),
  ),
  Case(
    kind: .daemonSet,
    object: nodes(wanted: 0, updated: 0, available: 0),
    readiness: .ready,
  ),
  Case(
    kind: .secret,
    object: ["type": "kubernetes.io/service-account-token"],
    readiness: .waiting(.unfilled(key: "token")),
  ),
  Case(kind: .route, object: admission("True"), readiness: .ready),
  Case(
    kind: .route,
    object: admission("False", "HostAlreadyClaimed"),
    readiness: .failed(.refusedByRouter(Explanation(reason: "HostAlreadyClaimed"))),
  ),
  Case(kind: .service, object: ["spec": ["type": "ClusterIP"]], readiness: .ready),
  Case(
    kind: .ingress,
    object: ["spec": ["ingressClassName": "alb"], "status": ["loadBalancer": [:]]],
    readiness: .waiting(.noAddress(ingressClass: "alb")),
  ),
  Case(
    kind: .ingress,
    object: ["status": ["loadBalancer": ["ingress": [["hostname": "lb.example.com"]]]]],
    readiness: .ready,
  ),
  Case(
    kind: .service,
    object: ["spec": ["type": "LoadBalancer"], "status": ["loadBalancer": ["ingress": [[:]]]]],
    readiness: .waiting(.noLoadBalancer),
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
    readiness: .waiting(unmet("Ready", "Pending")),
  ),
  Case(kind: .route, object: [:], readiness: .waiting(.notAdmitted)),
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
    readiness: .waiting(.noServiceAuthority),
  ),
  Case(
    kind: .customResourceDefinition,
    object: conditions("Established", "True"),
    readiness: .ready,
  ),
  Case(
    kind: .customResourceDefinition,
    object: conditions("NamesAccepted", "False", "ListKindConflict"),
    readiness: .failed(.namesRefused(Explanation(reason: "ListKindConflict"))),
  ),
  Case(
    kind: .subscription,
    object: conditions("ResolutionFailed", "True", "ConstraintsNotSatisfiable"),
    readiness: .failed(.installationFailed(Explanation(reason: "ConstraintsNotSatisfiable"))),
  ),
  Case(
    kind: .clusterServiceVersion,
    object: ["status": ["phase": "Failed", "reason": "InstallCheckFailed"]],
    readiness: .waiting(.installing(phase: "Failed", Explanation(reason: "InstallCheckFailed"))),
  ),
  Case(
    kind: .deployment,
    object: [
      "metadata": ["generation": 3],
      "spec": ["replicas": 2],
      "status": [
        "observedGeneration": 3, "replicas": 2, "updatedReplicas": 2, "availableReplicas": 2,
      ],
    ],
    readiness: .ready,
  ),
  Case(
    kind: .deployment,
    object: ["status": ["replicas": 1]],
    readiness: .waiting(.replicas(.updated, have: 0, of: 1)),
  ),
  Case(
    kind: .deployment,
    object: ["status": ["replicas": 3, "updatedReplicas": 1]],
    readiness: .waiting(.oldReplicas(2)),
  ),
  Case(
    kind: .statefulSet,
    object: ["status": ["readyReplicas": 1]],
    readiness: .waiting(.unobserved),
  ),
  Case(
    kind: .statefulSet,
    object: ["spec": ["replicas": 3], "status": ["observedGeneration": 1, "readyReplicas": 2]],
    readiness: .waiting(.replicas(.ready, have: 2, of: 3)),
  ),
  Case(
    kind: .statefulSet,
    object: [
      "status": [
        "observedGeneration": 1, "readyReplicas": 1, "updateRevision": "b", "currentRevision": "b",
      ]
    ],
    readiness: .ready,
  ),
  Case(kind: .certificate, object: [:], readiness: .waiting(.unissued)),
  Case(
    kind: .certificate,
    object: [
      "metadata": ["generation": 2],
      "status": ["conditions": [["type": "Ready", "status": "True", "observedGeneration": 1]]],
    ],
    readiness: .waiting(.unissued),
  ),
  Case(kind: .externalSecret, object: [:], readiness: .waiting(.unsynced)),
  Case(
    kind: .externalSecret,
    object: [
      "metadata": ["generation": 2],
      "status": [
        "conditions": [["type": "Ready", "status": "True"]], "syncedResourceVersion": "1-a",
      ],
    ],
    readiness: .waiting(.unsynced),
  ),
  Case(
    kind: .externalSecret,
    object: [
      "metadata": ["generation": 2],
      "status": [
        "conditions": [["type": "Ready", "status": "True"]], "syncedResourceVersion": "2-a",
      ],
    ],
    readiness: .ready,
  ),
  Case(kind: .configMap, object: ["data": [:]], readiness: .ready),
  Case(kind: .customResourceDefinition, object: [:], readiness: .waiting(.notEstablished)),
  Case(kind: .secret, object: ["type": "Opaque"], readiness: .ready),
  Case(
    kind: .secret,
    object: ["type": "kubernetes.io/tls", "data": ["tls.crt": "YQ==", "tls.key": ""]],
    readiness: .waiting(.unfilled(key: "tls.key")),
  ),
  Case(kind: .subscription, object: [:], readiness: .waiting(.notInstalled)),
  Case(
    kind: .subscription,
    object: ["status": ["installedCSV": "prometheusoperator.v0.56.3"]],
    readiness: .ready,
  ),
  Case(
    kind: .clusterServiceVersion,
    object: [:],
    readiness: .waiting(.installing(phase: "Pending", Explanation())),
  ),
  Case(
    kind: .clusterServiceVersion,
    object: ["status": ["phase": "Succeeded", "reason": "InstallSucceeded"]],
    readiness: .ready,
  ),
  Case(
    kind: .monitoringStack,
    object: [:],
    readiness: .waiting(.unreported(condition: "Reconciled")),
  ),
  Case(
    kind: .monitoringStack,
    object: [
      "status": [
        "conditions": [
          ["type": "Reconciled", "status": "True"],
          ["type": "Available", "status": "Degraded", "reason": ""],
        ]
      ]
    ],
    readiness: .waiting(unmet("Available", "", status: "Degraded")),
  ),
  Case(
    kind: .monitoringStack,
    object: [
      "status": [
        "conditions": [
          ["type": "Reconciled", "status": "True"], ["type": "Available", "status": "True"],
        ]
      ]
    ],
    readiness: .ready,
  ),
  Case(kind: .prometheus, object: [:], readiness: .waiting(.unreported(condition: "Reconciled"))),
  Case(
    kind: .prometheus,
    object: conditions("Reconciled", "True"),
    readiness: .waiting(.unreported(condition: "Available")),
  ),
  Case(
    kind: .prometheus,
    object: [
      "metadata": ["generation": 2],
      "status": [
        "conditions": [["type": "Reconciled", "status": "True", "observedGeneration": 1]]
      ],
    ],
    readiness: .waiting(.unobservedByOperator),
  ),
  Case(
    kind: .prometheus,
    object: [
      "metadata": ["generation": 2],
      "status": [
        "conditions": [
          ["type": "Reconciled", "status": "True", "observedGeneration": 2],
          ["type": "Available", "status": "True", "observedGeneration": 2],
        ]
      ],
    ],
    readiness: .ready,
  ),
  Case(kind: .persistentVolumeClaim, object: [:], readiness: .ready),
  Case(
    kind: .persistentVolumeClaim,
    object: [
      "spec": ["resources": ["requests": ["storage": "2Gi"]]],
      "status": ["capacity": ["storage": "1Gi"]],
    ],
    readiness: .waiting(.growing(from: "1Gi", to: "2Gi", waitsForPod: false)),
  ),
  Case(
    kind: .prometheus,
    object: conditions("Reconciled", "False", "ReconciliationFailed"),
    readiness: .waiting(unmet("Reconciled", "ReconciliationFailed")),
  ),
]

struct ReadinessTests {
  @Test(arguments: cases)
  fileprivate func `readiness follows the object`(_ example: Case) {
    #expect(Readiness.of(example.object, kind: example.kind) == example.readiness)
  }

  @Test func `each rule that judges is tried with an object that is ready and one that is not`() {
    for policy in KindPolicy.all {
      guard case .judged = policy.readiness else { continue }
      let tried = cases.filter { $0.kind == policy.kind && $0.object != nil }
      #expect(tried.contains { $0.readiness.isReady }, "\(policy.kind.kind)")
      #expect(tried.contains { !$0.readiness.isReady }, "\(policy.kind.kind)")
    }
  }

  @Test func `an object of a kind that has no rule is never called ready`() {
    let kind = ResourceKind("example.com", "v1", "Gadget", "gadgets")
    #expect(Readiness.of([:], kind: kind) == .failed(.unknownKind("Gadget.example.com")))
  }

  @Test func `a namespace tells by its conditions what keeps it`() {
    let namespace: JSON = [
      "kind": "Namespace",
      "metadata": ["finalizers": ["example.com/late"]],
      "status": [
        "conditions": [
          ["type": "NamespaceContentRemaining", "status": "True", "message": "pods. has 1 left"],
          ["type": "NamespaceDeletionContentFailure", "status": "False", "message": "all gone"],
        ]
      ],
    ]
    #expect(Linger(of: namespace) == .content(["pods. has 1 left"]))
  }

  @Test func `others are kept by their finalizers, or by nothing that they tell`() {
    let claim: JSON = ["metadata": ["finalizers": ["kubernetes.io/pvc-protection"]]]
    #expect(Linger(of: claim) == .finalizers(["kubernetes.io/pvc-protection"]))
    #expect(Linger(of: [:]) == .untold)
  }
}

private func unmet(
  _ type: String,
  _ reason: String,
  status: String = "False",
) -> ReadinessReason {
  let object = conditions(type, status, reason)
  return object.condition(type).map(ReadinessReason.unmet) ?? .absent
}

private func nodes(wanted: Int64, updated: Int64, available: Int64) -> JSON {
  [
    "status": [
      "observedGeneration": 1, "desiredNumberScheduled": .integer(wanted),
      "updatedNumberScheduled": .integer(updated), "numberAvailable": .integer(available),
    ]
  ]
}

/// How much volumes hold, and whether they still grow.
struct StorageReadinessTests {
  @Test(arguments: [
    ("50Gi", "100Gi"), ("1000M", "1Gi"), ("999", "1k"), ("1e3", "1Mi"), ("0.5Gi", "513Mi"),
  ])
  func `sizes are compared as sizes`(small: String, large: String) throws {
    #expect(try #require(StorageSize(small)) < #require(StorageSize(large)))
    #expect(StorageSize("1Ti") == StorageSize("1024Gi"))
    #expect(StorageSize("many") == nil)
  }

  @Test func `a claim is ready when its volume has what it asks for, or is not bound yet`() {
    func claim(_ status: JSON) -> JSON {
      ["spec": ["resources": ["requests": ["storage": "2Gi"]]], "status": status]
    }
    func readiness(_ status: JSON) -> Readiness {
      Readiness.of(claim(status), kind: .persistentVolumeClaim)
    }
    #expect(readiness(["phase": "Pending"]) == .ready)
    #expect(readiness(["capacity": ["storage": "3Gi"]]) == .ready)
    #expect(
      readiness(["capacity": ["storage": "1Gi"]])
        == .waiting(.growing(from: "1Gi", to: "2Gi", waitsForPod: false))
    )
    let waits: JSON = ["type": "FileSystemResizePending", "status": "True"]
    #expect(
      readiness(["capacity": ["storage": "1Gi"], "conditions": [waits]])
        == .waiting(.growing(from: "1Gi", to: "2Gi", waitsForPod: true))
    )
  }
}
