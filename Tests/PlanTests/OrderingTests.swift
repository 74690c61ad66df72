import Graph
import JSON
import Objects
import Plan
import Testing

/// What comes before what, read from the objects themselves.
struct OrderingTests {
  private func order(_ manifests: [Manifest]) throws -> [String] {
    try planning(manifests, live()).changes.map(\.reference.localDescription)
  }

  private func isBefore(_ first: Manifest, _ second: Manifest) throws -> Bool {
    // Given in the wrong order, so that only an edge can put them right.
    let plan = try planning([second, first], live())
    return plan.graph.prerequisites(of: second.reference).contains(first.reference)
  }

  private func workload(_ spec: JSON) -> Manifest {
    manifest(.deployment, "w", ["spec": ["template": ["spec": spec]]])
  }

  @Test func `a namespace before its content`() throws {
    #expect(try isBefore(manifest(.namespace, "n"), manifest(.secret, "s")))
  }

  @Test(
    arguments: [
      (.serviceAccount, ["serviceAccountName": "x"]),
      (.secret, ["volumes": [["name": "v", "secret": ["secretName": "x"]]]]),
      (.configMap, ["volumes": [["name": "v", "configMap": ["name": "x"]]]]),
      (
        .secret,
        ["containers": [["env": [["valueFrom": ["secretKeyRef": ["name": "x", "key": "k"]]]]]]],
      ),
      (.configMap, ["containers": [["envFrom": [["configMapRef": ["name": "x"]]]]]]),
      (
        .persistentVolumeClaim,
        ["volumes": [["name": "v", "persistentVolumeClaim": ["claimName": "x"]]]],
      ),
      (
        .secret,
        ["volumes": [["name": "v", "projected": ["sources": [["secret": ["name": "x"]]]]]]],
      ),
    ] as [(ResourceKind, JSON)]
  )
  func `what a pod mounts, reads or runs as before the workload`(
    _ kind: ResourceKind,
    _ spec: JSON,
  ) throws {
    #expect(try isBefore(manifest(kind, "x"), workload(spec)))
  }

  @Test func `who may read a Route's certificate, and who has it made, before the Route`() throws {
    let route = manifest(.route, "r", ["spec": ["tls": ["externalCertificate": ["name": "tls"]]]])
    let router: JSON = [
      "kind": "ServiceAccount", "name": "router", "namespace": "openshift-ingress",
    ]
    let binding: JSON = [
      "subjects": [router],
      "roleRef": ["kind": "Role", "name": "b"],
    ]
    #expect(try isBefore(manifest(.roleBinding, "b", binding), route))
    #expect(try isBefore(manifest(.certificate, "c", ["spec": ["secretName": "tls"]]), route))
    #expect(try !isBefore(manifest(.roleBinding, "b", binding), manifest(.route, "r")))
  }

  @Test func `the Service that has a certificate made before the workload that mounts it`() throws {
    let service = manifest(
      .service,
      "s",
      [
        "metadata": [
          "annotations": .object([
            WellKnown.servingCertificateSecret: "tls"
          ])
        ]
      ],
    )
    let spec: JSON = ["volumes": [["name": "v", "secret": ["secretName": "tls"]]]]
    #expect(try isBefore(service, workload(spec)))
  }

  @Test(
    arguments: [
      (.certificate, ["secretName": "x"]), (.externalSecret, ["target": ["name": "x"]]),
    ] as [(ResourceKind, JSON)]
  )
  func `what has a Secret filled before the workload that uses it, and before whom it is handed to`(
    _ kind: ResourceKind,
    _ spec: JSON,
  ) throws {
    let filler = manifest(kind, "f", ["spec": spec])
    let volume: JSON = ["volumes": [["name": "v", "secret": ["secretName": "x"]]]]
    #expect(try isBefore(filler, workload(volume)))
    let copy = manifest(
      .secret,
      "copy",
      on: spoke,
      bindings: [
        Binding(
          FieldPath(keys: "data", "ca.crt"),
          [.value(.handOff(HandOff(from: reference(.secret, "x"), .data(key: "ca.crt"))))],
        )
      ],
    )
    #expect(try isBefore(filler, copy))
  }

  @Test func `an account and a role before the binding, the binding before who needs it`() throws {
    let binding = manifest(
      .roleBinding,
      "b",
      [
        "roleRef": ["kind": "Role", "name": "r"],
        "subjects": [["kind": "ServiceAccount", "name": "a", "namespace": "n"]],
      ],
    )
    #expect(try isBefore(manifest(.role, "r"), binding))
    #expect(try isBefore(manifest(.serviceAccount, "a"), binding))
    #expect(try isBefore(binding, workload(["serviceAccountName": "a"])))
    let token = manifest(
      .secret,
      "t",
      ["metadata": ["annotations": .object([WellKnown.serviceAccountName: "a"])]],
    )
    #expect(try isBefore(binding, token))
  }

  @Test func `a binding for the whole cluster before who needs it`() throws {
    let subject: JSON = ["kind": "ServiceAccount", "name": "a", "namespace": "n"]
    let binding = manifest(.clusterRoleBinding, "b", ["subjects": [subject]])
    #expect(try isBefore(binding, workload(["serviceAccountName": "a"])))
  }

  @Test func `an operator's group, the operator, its resources`() throws {
    let subscription = manifest(.subscription, "o", provides: [.prometheus])
    #expect(try isBefore(manifest(.operatorGroup, "g"), subscription))
    #expect(try isBefore(subscription, manifest(.prometheus, "p")))
  }

  @Test func `a definition, the operator that a bundle brings, its resources`() throws {
    let definition = manifest(
      .customResourceDefinition,
      "prometheuses.monitoring.coreos.com",
      provides: [.prometheus],
    )
    let deployment = manifest(.deployment, "o", provides: [.prometheus])
    let prometheus = manifest(.prometheus, "p")
    #expect(try isBefore(definition, deployment))
    #expect(try isBefore(definition, prometheus))
    #expect(try isBefore(deployment, prometheus))
    #expect(try !isBefore(definition, manifest(.deployment, "web")))
  }

  @Test func `what answers for an API before the API`() throws {
    let api = manifest(
      .apiService,
      "v1beta1.metrics.k8s.io",
      ["spec": ["service": ["name": "m", "namespace": "n"]]],
    )
    #expect(try isBefore(manifest(.service, "m"), api))
    #expect(try isBefore(manifest(.deployment, "m"), api))
    #expect(try !isBefore(manifest(.deployment, "other"), api))
  }

  @Test func `a Service before its Route`() throws {
    let route = manifest(.route, "r", ["spec": ["to": ["name": "s"]]])
    #expect(try isBefore(manifest(.service, "s"), route))
  }

  @Test func `a Service before its Ingress`() throws {
    let path: JSON = ["backend": ["service": ["name": "s"]]]
    let ingress = manifest(.ingress, "i", ["spec": ["rules": [["http": ["paths": [path]]]]]])
    #expect(try isBefore(manifest(.service, "s"), ingress))
  }

  @Test func `a producer before its consumer on another cluster`() throws {
    let route = manifest(.route, "r")
    let consumer = manifest(
      .configMap,
      "c",
      on: spoke,
      bindings: [
        Binding(
          FieldPath(keys: "data", "host"),
          [.value(.handOff(HandOff(from: route.reference, .admittedHost)))],
        )
      ],
    )
    #expect(try isBefore(route, consumer))
  }

  @Test func `records before what they record, the hub's before the other clusters`() throws {
    let label: JSON = ["metadata": ["labels": .object([WellKnown.applySetIdentifier: "i"])]]
    let record = manifest(.configMap, "inventory", label)
    #expect(try isBefore(record, manifest(.secret, "s")))
    #expect(try isBefore(record, manifest(.namespace, "n", on: spoke)))
  }

  @Test func `what was applied last is deleted first, and forgotten last`() throws {
    let label: JSON = ["metadata": ["labels": .object([WellKnown.applySetIdentifier: "i"])]]
    let record = manifest(.configMap, "inventory", label)
    let secret = manifest(.secret, "x", on: spoke)
    let user = manifest(
      .deployment,
      "w",
      on: spoke,
      [
        "spec": [
          "template": [
            "spec": [
              "imagePullSecrets": [],
              "volumes": [
                ["name": "v", "secret": ["secretName": "x"]]
              ],
            ]
          ]
        ]
      ],
    )
    let plan = try planning(
      [record],
      live([secret.reference: secret.applied, user.reference: user.applied]),
    )
    #expect(plan.graph.prerequisites(of: secret.reference) == [user.reference])
    #expect(
      plan.graph.prerequisites(of: record.reference) == [secret.reference, user.reference]
    )
  }

  @Test func `objects that wait for each other are named`() throws {
    let value = { (from: String) in
      Binding(
        FieldPath(keys: "data", "x"),
        [.value(.handOff(HandOff(from: reference(.configMap, from), .data(key: "x"))))],
      )
    }
    #expect(throws: DependencyCycle.self) {
      try planning(
        [
          manifest(.configMap, "a", bindings: [value("b")]),
          manifest(.configMap, "b", bindings: [value("a")]),
        ],
        live(),
      )
    }
  }
}
