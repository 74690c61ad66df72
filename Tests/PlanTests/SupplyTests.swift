import JSON
import Objects
import Testing

@testable import Plan

/// What objects name and nobody of the fleet brings.
struct SupplyTests {
  /// What one object on the hub needs of others, as `kind name: keys`.
  private func supplies(
    of kind: ResourceKind = .deployment,
    _ fields: JSON,
    beside others: [Manifest] = [],
  ) -> [String] {
    let one = manifest(kind, "o", fields)
    return ([one] + others).supplies[one.reference, default: []].map { supply in
      let keys = supply.keys.joined(separator: ",")
      return "\(supply.description): \(supply.use == .pulling ? "pull" : keys)"
        + (supply.isOptional ? "?" : "")
    }
  }

  private func pod(_ spec: JSON) -> JSON { ["spec": ["template": ["spec": spec]]] }

  @Test func `a pod names what it mounts, reads, pulls with and ranks by`() {
    let spec: JSON = [
      "imagePullSecrets": [["name": "login"]], "priorityClassName": "high",
      "containers": [
        [
          "name": "a", "envFrom": [["secretRef": ["name": "whole"]]],
          "env": [
            ["name": "A", "valueFrom": ["secretKeyRef": ["name": "env", "key": "a"]]],
            ["name": "B", "valueFrom": ["secretKeyRef": ["name": "env", "key": "b"]]],
            ["name": "C", "valueFrom": ["configMapKeyRef": ["name": "env", "key": "c"]]],
          ],
        ]
      ],
      "volumes": [
        ["name": "v", "secret": ["secretName": "tls", "items": [["key": "k", "path": "p"]]]],
        [
          "name": "w",
          "projected": [
            "sources": [
              ["secret": ["name": "some", "items": [["key": "k", "path": "p"]], "optional": true]]
            ]
          ],
        ],
      ],
    ]
    let named = [
      "ConfigMap n/env: c", "PriorityClass high: ", "Secret n/env: a,b", "Secret n/login: pull",
      "Secret n/some: k?", "Secret n/tls: k", "Secret n/whole: ",
    ]
    #expect(supplies(pod(spec)) == named)
    // Kubernetes brings its own classes, and labels are anybody's words.
    let own: JSON = ["priorityClassName": "system-node-critical", "nodeSelector": ["secrets": "a"]]
    #expect(supplies(pod(own)) == [])
  }

  @Test func `what the fleet makes or has made is none`() {
    let volumes = ["a", "b", "c"].map { name -> JSON in
      ["name": "v", "secret": ["secretName": .string(name)]]
    }
    let spec: JSON = ["volumes": .array(volumes)]
    let serving: JSON = [
      "metadata": ["annotations": [WellKnown.servingCertificateSecret: "b"]]
    ]
    let others = [
      manifest(.secret, "a"), manifest(.service, "s", serving),
      manifest(.certificate, "c", ["spec": ["secretName": "c"]]),
    ]
    #expect(supplies(pod(spec), beside: others) == [])
    #expect(supplies(pod(spec)).count == 3)
  }

  @Test func `monitors, Ingresses, and the platform's settings name some as well`() {
    let endpoint: JSON = [
      "authorization": ["credentials": ["name": "t", "key": "token"]],
      "tlsConfig": ["ca": ["configMap": ["name": "ca", "key": "ca.crt"]]],
    ]
    #expect(
      supplies(of: .serviceMonitor, ["spec": ["endpoints": [endpoint]]])
        == ["ConfigMap n/ca: ca.crt", "Secret n/t: token"]
    )
    let ingress: JSON = ["spec": ["tls": [["hosts": ["a"], "secretName": "c"]]]]
    #expect(supplies(of: .ingress, ingress) == ["Secret n/c: tls.crt,tls.key"])
    let issued: JSON = ["metadata": ["annotations": ["cert-manager.io/cluster-issuer": "x"]]]
    #expect(supplies(of: .ingress, ingress.merging(issued)) == [])
    var settings = manifest(
      .configMap,
      "o",
      bindings: [
        Binding(
          FieldPath(keys: "data", "config.yaml"),
          [.text("prometheusK8s: {remoteWrite: [{basicAuth: {username: {name: l, key: u}}}]}")],
        )
      ],
    )
    #expect([settings].supplies.isEmpty)
    settings.sharedText = "config.yaml"
    #expect([settings].supplies.values.joined().map(\.description) == ["Secret n/l"])
  }

  @Test func `what is handed on from a Secret has to be in it, beside what its own cluster needs`()
  {
    let ingress: JSON = ["spec": ["tls": [["hosts": ["a"], "secretName": "c"]]]]
    let handOff = HandOff(from: reference(.secret, "c"), .data(key: "ca.crt"))
    let trusting = manifest(
      .secret,
      "trusted",
      on: spoke,
      bindings: [Binding(FieldPath(keys: "data", "ca"), [.value(.handOff(handOff))])],
    )
    #expect(
      supplies(of: .ingress, ingress, beside: [trusting]) == ["Secret n/c: ca.crt,tls.crt,tls.key"]
    )
    #expect(supplies(of: .ingress, ingress) == ["Secret n/c: tls.crt,tls.key"])
  }

  @Test func `what many clusters lack is one danger, with the keys that anybody needs`() throws {
    let wanted = [hub, spoke].flatMap { cluster in
      ["p", "q"].map { manifest(.deployment, $0, on: cluster) }
    }
    func lack(_ key: String, isThere: Bool = false) -> Stock {
      let supply = Supply(.secret, namespace: "n", name: "s", for: .keys([key]))
      return .lacking(Lack(of: supply, isThere: isThere))
    }
    var state = PlanTests.live()
    for object in wanted.map(\.reference) {
      state.supplies[object] = [lack(object.name)]
    }
    let both = Supply(.secret, namespace: "n", name: "s", for: .keys(["p", "q"]))
    let plan = try planning(wanted, state)
    #expect(
      plan.dangers == [.lacks(Lack(of: both, isThere: false), for: plan.changes.map(\.reference))]
    )
    // Whoever has agreed to a plan has agreed to it when the Secret is there, too.
    #expect(plan.promisesTheSame(as: try planning(wanted, PlanTests.live())))
  }
}
