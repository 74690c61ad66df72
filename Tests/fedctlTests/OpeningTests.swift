import TestSupport
import Testing

/// What hands may add to the fleet's objects to open them: each is told by a plan and taken back.
@Suite(.waitsForPrograms, .enabled(if: Sandbox.hasKubectl, "kubectl is the hand of these tests"))
struct OpeningTests {
  /// One way to open an object: a merge patch, or a JSON patch, and where it shows.
  struct Opening: CustomTestStringConvertible {
    let object: String
    let patch: String
    /// A JSONPath whose value the patch changes.
    let place: String
    var context = "hub"

    var testDescription: String { "\(object) \(place)" }
  }

  private static func pods(
    _ patch: String,
    _ place: String,
    of object: String = "deployment/thanos-querier",
  ) -> Opening {
    Opening(
      object: object,
      patch: patch.replacing("POD", with: "/spec/template/spec"),
      place: ".spec.template.spec.\(place)",
    )
  }

  static let openings = [
    Opening(
      object: "networkpolicy/default-deny",
      patch: #"{"spec":{"ingress":[{}]}}"#,
      place: ".spec.ingress",
    ),
    Opening(
      object: "networkpolicy/thanos-querier",
      patch: #"[{"op":"add","path":"/spec/ingress/-","value":{}}]"#,
      place: ".spec.ingress",
    ),
    Opening(
      object: "networkpolicy/default-deny",
      patch: #"{"spec":{"policyTypes":["Egress"]}}"#,
      place: ".spec.policyTypes",
    ),
    Opening(
      object: "networkpolicy/default-deny",
      patch: #"{"spec":{"podSelector":{"matchLabels":{"nobody":"bears"}}}}"#,
      place: ".spec.podSelector",
    ),
    Opening(
      object: "service/thanos-querier",
      patch: #"{"spec":{"type":"NodePort"}}"#,
      place: ".spec.type",
    ),
    Opening(
      object: "service/thanos-receive",
      patch: #"{"spec":{"type":"LoadBalancer"}}"#,
      place: ".spec.type",
    ),
    Opening(
      object: "service/thanos-querier",
      patch: #"{"spec":{"externalIPs":["192.0.2.1"]}}"#,
      place: ".spec.externalIPs",
    ),
    Opening(
      object: "service/thanos-querier",
      patch: #"[{"op":"add","path":"/spec/ports/-","value":{"name":"open","port":10902}}]"#,
      place: ".spec.ports[*].name",
    ),
    Opening(
      object: "route/grafana",
      patch: #"{"spec":{"tls":{"termination":"edge","insecureEdgeTerminationPolicy":"Allow"}}}"#,
      place: ".spec.tls",
    ),
    pods(
      #"[{"op":"add","path":"POD/containers/-","value":{"name":"in","image":"i:1","#
        + #""securityContext":{"privileged":true}}}]"#,
      "containers[*].name",
    ),
    pods(
      #"[{"op":"add","path":"POD/initContainers","value":[{"name":"first","image":"i:1"}]}]"#,
      "initContainers",
    ),
    pods(
      #"[{"op":"add","path":"POD/volumes/-","value":{"name":"root","hostPath":{"path":"/"}}}]"#,
      "volumes[*].name",
    ),
    pods(
      #"[{"op":"add","path":"POD/containers/0/securityContext/privileged","value":true},"#
        + #"{"op":"replace","path":"POD/containers/0/securityContext/allowPrivilegeEscalation","value":true}]"#,
      "containers[0].securityContext",
    ),
    pods(
      #"[{"op":"add","path":"POD/containers/0/securityContext/capabilities/add","value":["NET_RAW"]}]"#,
      "containers[0].securityContext",
    ),
    pods(#"[{"op":"add","path":"POD/hostNetwork","value":true}]"#, "hostNetwork"),
    pods(#"[{"op":"add","path":"POD/hostPID","value":true}]"#, "hostPID"),
    pods(#"[{"op":"add","path":"POD/hostIPC","value":true}]"#, "hostIPC"),
    pods(
      #"[{"op":"add","path":"POD/automountServiceAccountToken","value":true}]"#,
      "automountServiceAccountToken",
      of: "statefulset/thanos-store-gateway",
    ),
    pods(
      #"[{"op":"replace","path":"POD/securityContext/runAsNonRoot","value":false},"#
        + #"{"op":"add","path":"POD/securityContext/runAsUser","value":0}]"#,
      "securityContext",
    ),
    Opening(
      object: "serviceaccount/thanos-compact",
      patch: #"{"automountServiceAccountToken":true}"#,
      place: ".automountServiceAccountToken",
    ),
    Opening(
      object: "role/remote-write",
      patch:
        #"[{"op":"add","path":"/rules/-","value":{"apiGroups":["*"],"resources":["*"],"verbs":["*"]}}]"#,
      place: ".rules",
    ),
    Opening(
      object: "rolebinding/cluster1-metrics",
      patch:
        #"[{"op":"add","path":"/subjects/-","value":{"kind":"Group","name":"system:authenticated","#
        + #""apiGroup":"rbac.authorization.k8s.io"}}]"#,
      place: ".subjects[*].name",
    ),
    Opening(
      object: "clusterrolebinding/edge-metrics.thanos.thanos-querier-auth-delegator",
      patch:
        #"[{"op":"add","path":"/subjects/-","value":{"kind":"User","name":"mallory","#
        + #""apiGroup":"rbac.authorization.k8s.io"}}]"#,
      place: ".subjects[*].name",
    ),
    Opening(
      object: "prometheus/federated-prometheus",
      patch: #"{"spec":{"listenLocal":false,"hostNetwork":true}}"#,
      place: ".spec.hostNetwork",
      context: "cluster1",
    ),
  ]

  /// By place, what is told of fields that are the fleet's although most need not be stated.
  private static let stated = [
    ".spec.ingress": "- spec.ingress", ".spec.policyTypes": "~ spec.policyTypes[0]",
    ".spec.podSelector": "- spec.podSelector.matchLabels.nobody", ".spec.type": "~ spec.type",
    ".spec.externalIPs": "- spec.externalIPs",
    ".spec.template.spec.hostNetwork": "- spec.template.spec.hostNetwork: true",
    ".spec.template.spec.hostPID": "- spec.template.spec.hostPID: true",
    ".spec.template.spec.hostIPC": "- spec.template.spec.hostIPC: true",
    ".spec.template.spec.automountServiceAccountToken":
      "~ spec.template.spec.automountServiceAccountToken: true -> false",
    ".spec.template.spec.containers[0].securityContext":
      "securityContext.privileged: true -> false",
    ".automountServiceAccountToken": "~ automountServiceAccountToken: true -> false",
    ".rules": "- rules[1]", ".subjects[*].name": "- subjects[name=mallory]",
  ]

  /// What another program sets stays with it, unless that is asked for; it is told each time.
  @Test func `what a program opens is told, and closed where that is asked for`() throws {
    let sandbox = try Sandbox.withFleet()
    let openings = Self.openings.filter { Self.stated[$0.place] != nil }
    #expect(Set(openings.map(\.place)) == Set(Self.stated.keys))
    for opening in openings { try open(opening, as: "some-program", on: sandbox) }
    let plan = try sandbox.fedctl("plan", "--full", "--detailed-exitcode")
    #expect(plan.status == 6)
    for opening in openings {
      let field = try #require(Self.stated[opening.place])
      #expect(plan.stdout.contains(field), "\(opening) is not told\n\(plan.stdout)")
    }
    #expect(plan.stdout.contains(".spec.type belongs to some-program"))
    let apply = try sandbox.fedctl("apply", "--yes", "--force-conflicts")
    #expect(apply.status == 0, "\(apply.stdout)\(apply.stderr)")
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode").status == 0)
  }

  /// One fleet for all: each way is closed again before the next one is tried.
  @Test func `whatever a hand opens is told, closed again, and then nothing is left to do`() throws
  {
    let sandbox = try Sandbox.withFleet()
    for opening in Self.openings {
      let before = try sandbox.field(opening.context, opening.object, opening.place)
      try open(opening, as: "kubectl-edit", on: sandbox)
      #expect(try sandbox.field(opening.context, opening.object, opening.place) != before)
      let plan = try sandbox.fedctl("plan", "--full", "--detailed-exitcode")
      #expect(plan.status == 2, "\(opening) stays open\n\(plan.stdout)")
      let apply = try sandbox.fedctl("apply", "--yes")
      #expect(apply.status == 0, "\(opening)\n\(apply.stdout)\(apply.stderr)")
      let after = try sandbox.field(opening.context, opening.object, opening.place)
      #expect(after == before, "\(opening)")
    }
    let plan = try sandbox.fedctl("plan", "--full", "--detailed-exitcode")
    #expect(plan.status == 0, "\(plan.stdout)")
  }

  private func open(_ opening: Opening, as manager: String, on sandbox: Sandbox) throws {
    let done = try sandbox.kubectl(
      opening.context,
      "-n",
      "thanos",
      "patch",
      opening.object,
      "--type=\(opening.patch.hasPrefix("[") ? "json" : "merge")",
      "--field-manager=\(manager)",
      "-p",
      opening.patch,
    )
    #expect(done.status == 0, "\(opening): \(done.stderr)")
  }
}
