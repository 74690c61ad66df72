import JSON
import Testing

@testable import fedctl_sandbox

/// What a real API server of 1.36 said to what stands twice, is empty though it is a pointer in Go, or
/// names a field by another type.
@Suite struct RepeatedTests {
  private let bench = Bench()

  private static let groups = "/apis/operators.coreos.com/v1/namespaces/team/operatorgroups"
  private static let routes = "/apis/route.openshift.io/v1/namespaces/team/routes"
  private static let policies = "/apis/networking.k8s.io/v1/namespaces/team/networkpolicies"
  private static let prometheuses = "/apis/monitoring.coreos.com/v1/namespaces/team/prometheuses"
  private static let services = "/api/v1/namespaces/team/services"

  private static func group(_ more: JSON) -> JSON {
    mergePatched(
      [
        "apiVersion": "operators.coreos.com/v1", "kind": "OperatorGroup",
        "metadata": ["name": "og", "namespace": "team"],
      ],
      more,
    )
  }

  private static func route(_ spec: JSON) -> JSON {
    [
      "apiVersion": "route.openshift.io/v1", "kind": "Route",
      "metadata": ["name": "r", "namespace": "team"],
      "spec": mergePatched(["to": ["kind": "Service", "name": "s", "weight": 1]], spec),
    ]
  }

  private static func prometheus(_ containers: JSON) -> JSON {
    [
      "apiVersion": "monitoring.coreos.com/v1", "kind": "Prometheus",
      "metadata": ["name": "p", "namespace": "team"], "spec": ["containers": containers],
    ]
  }

  @Test func `a definition's sets and keyed lists hold an element once`() {
    let twice = Self.group(["spec": ["targetNamespaces": ["a", "a"]]])
    #expect(
      bench.ask("POST", Self.groups, twice).summary
        == ["422", "FieldValueDuplicate spec.targetNamespaces[1]"]
    )
    let port: JSON = ["containerPort": 80]
    let ports = Self.prometheus([["name": "c", "ports": [port, port]]])
    let answer = bench.ask("POST", Self.prometheuses, ports)
    #expect(answer.summary == ["422", "FieldValueDuplicate spec.containers[0].ports[1]"])
    #expect(
      answer.message.contains(#"Duplicate value: {"containerPort":80,"protocol":"TCP"}"#)
    )
  }

  @Test func `one key of several is enough to tell an element apart`() {
    let nameless = bench.apply(
      "\(Self.prometheuses)/p",
      Self.prometheus([["name": "c", "ports": [["name": "web"]]]]),
    )
    #expect(nameless.code == 422)
    #expect(
      nameless.causes.contains("FieldValueRequired spec.containers[0].ports[0].containerPort")
    )
    let mounts = bench.apply(
      "\(Self.prometheuses)/p",
      Self.prometheus([["name": "c", "volumeMounts": [["name": "v"]]]]),
    )
    #expect(mounts.code == 500)
    #expect(
      mounts.message.hasSuffix(
        #"omits all key fields ["mountPath"] (and doesn't have default values for any key fields)"#
      )
    )
  }

  @Test func `a definition's metadata is read into Go's struct`() {
    let labelled = Self.group(["metadata": ["labels": ["a": 5]]])
    #expect(bench.ask("POST", Self.groups, labelled).code == 400)
    #expect(bench.ask("POST", Self.groups, Self.group([:])).code == 201)
    let patched = bench.ask(
      "PATCH",
      "\(Self.groups)/og",
      ["metadata": ["labels": ["a": 5]]],
      type: "application/merge-patch+json",
    )
    #expect(patched.summary == ["422", "FieldValueInvalid patch"])
  }

  @Test func `of a text that is too long nothing more is said, of another type what it may be`() {
    let host = String(repeating: "x", count: 300)
    let long = bench.ask("POST", Self.routes, Self.route(["host": .string(host)]))
    #expect(long.causes == ["FieldValueInvalid <nil>", "FieldValueTooLong spec.host"])
    let number = bench.ask("POST", Self.routes, Self.route(["wildcardPolicy": 5]))
    #expect(
      number.causes == [
        "FieldValueInvalid <nil>", "FieldValueNotSupported spec.wildcardPolicy",
        "FieldValueTypeInvalid spec.wildcardPolicy",
      ]
    )
  }

  @Test func `an empty text is a value where Go has a pointer`() {
    let policy: JSON = [
      "apiVersion": "networking.k8s.io/v1", "kind": "NetworkPolicy",
      "metadata": ["name": "n", "namespace": "team"],
      "spec": ["podSelector": [:], "ingress": [["ports": [["port": 80, "protocol": ""]]]]],
    ]
    #expect(
      bench.apply("\(Self.policies)/n", policy).summary
        == ["422", "FieldValueNotSupported spec.ingress[0].ports[0].protocol"]
    )
    let first: JSON = ["name": "first", "image": "i:1", "restartPolicy": ""]
    let pods = mergePatched(
      Good.deployment,
      podSpec(["initContainers": [first], "restartPolicy": ""]),
    )
    #expect(
      bench.apply(Good.deployments, pods).summary
        == ["422", "FieldValueNotSupported spec.template.spec.initContainers[0].restartPolicy"]
    )
  }

  @Test func `a port on nodes is allocated once`() {
    let port: JSON = ["name": "a", "port": 80, "nodePort": 30080]
    let service: JSON = [
      "apiVersion": "v1", "kind": "Service", "metadata": ["name": "s", "namespace": "team"],
      "spec": ["type": "NodePort", "ports": [port]],
    ]
    #expect(bench.ask("POST", Self.services, service).code == 201)
    let other: JSON = ["name": "b", "port": 81, "nodePort": 30080]
    let answer = bench.ask(
      "PATCH",
      "\(Self.services)/s",
      ["spec": ["ports": [port, other]]],
      type: "application/merge-patch+json",
    )
    #expect(answer.code == 500)
    #expect(answer.message == "duplicate nodePort: {TCP 30080}")
  }

  @Test func `the account's older name follows the newer one`() {
    let named = { (name: JSON) in
      mergePatched(
        Good.deployment,
        podSpec(["serviceAccountName": name]),
      )
    }
    #expect(bench.apply(Good.deployments, named("one")).code == 201)
    let pods = bench.apply(Good.deployments, named("two")).json["spec"]?["template"]?["spec"]
    #expect(pods?["serviceAccount"] == "two")
  }

  @Test func `a dry run stores nothing, so a version that was sent does not matter`() {
    let map: JSON = [
      "apiVersion": "v1", "kind": "ConfigMap",
      "metadata": ["name": "c", "namespace": "team", "resourceVersion": "5"],
    ]
    let maps = "/api/v1/namespaces/team/configmaps"
    #expect(bench.ask("POST", "\(maps)?dryRun=All", map).code == 201)
    #expect(bench.ask("POST", maps, map).code == 500)
  }

  @Test func `what Go's empty structs have already is nobody's`() {
    let policy: JSON = [
      "apiVersion": "networking.k8s.io/v1", "kind": "NetworkPolicy",
      "metadata": ["name": "n", "namespace": "team"],
      "spec": ["podSelector": [:], "egress": [[:]]],
    ]
    let owners = bench.ask("POST", "\(Self.policies)?fieldManager=b", policy)
      .json["metadata"]?["managedFields"]?[0]?["fieldsV1"]?["f:spec"]
    #expect(owners?["f:egress"] != nil)
    #expect(owners?["f:podSelector"] == nil)
  }
}
