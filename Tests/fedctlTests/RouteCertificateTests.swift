import TestSupport
import Testing

/// A certificate of the fleet file's own on the hub's Routes.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct RouteCertificateTests {
  /// As whoever makes certificates leaves it; the sandbox takes any text for one.
  private static func secret(_ more: String = "") -> String {
    """
    apiVersion: v1
    kind: Secret
    metadata: {name: hub-tls, namespace: thanos}
    type: kubernetes.io/tls
    stringData: {tls.crt: a, tls.key: b\(more)}
    """
  }

  private func fleet(_ routes: String) throws -> String {
    try ExampleFleet.text.replacing(
      "  context: hub\n",
      with: "  context: hub\n  routes: {\(routes)}\n",
    )
  }

  private let routes = "receive: in.example.com, grafana: g.example.com, tls: {secret: hub-tls}"

  @Test func `a fleet that runs gets a certificate, and clusters trust its authority`() throws {
    let sandbox = try Sandbox()
    let before = try fleet("receive: in.example.com, grafana: g.example.com")
    #expect(try sandbox.fedctl("apply", "--yes", fleet: before).status == 0)
    let after = try fleet(routes)
    // The router may not read it yet, and it is not even there: the plan says so, and is none the less one.
    let early = try sandbox.fedctl("plan", fleet: after)
    #expect(early.status == 0, "\(early.stdout)")
    #expect(early.stdout.contains("! hub has no Secret thanos/hub-tls, which "), "\(early.stdout)")
    #expect(early.stdout.contains("not validated by the server yet"), "\(early.stdout)")
    let files = ["ca.crt", "tls.crt", "tls.key"].map { "--from-file=\($0)=FILE" }
    let command =
      "kubectl create secret generic hub-tls --namespace thanos --type=kubernetes.io/tls"
    #expect(early.stdout.onOneLine.contains("\(command) \(files.joined(separator: " "))`"))
    // A certificate without its authority serves people, and no cluster trusts it.
    let bare = try sandbox.kubectl("hub", "create", "-f", "-", input: Self.secret())
    #expect(bare.status == 0, "\(bare.stderr)")
    let half = try sandbox.fedctl("plan", fleet: after)
    let lack = "! Secret thanos/hub-tls on hub has no key `ca.crt`, which "
    #expect(half.stdout.onOneLine.contains(lack), "\(half.stdout)")
    let whole = Self.secret(", ca.crt: the authority of the file")
    let made = try sandbox.kubectl("hub", "apply", "-f", "-", input: whole)
    #expect(made.status == 0, "\(made.stderr)")
    let ready = try sandbox.fedctl("plan", fleet: after).stdout.onOneLine
    #expect(!ready.contains("hub has no") && !ready.contains("on hub has no"), "\(ready)")
    let apply = try sandbox.fedctl("apply", "--yes", fleet: after)
    #expect(apply.status == 0, "\(apply.stdout)\(apply.stderr)")
    let name = try sandbox.field("hub", "route/grafana", ".spec.tls.externalCertificate.name")
    #expect(name == "hub-tls")
    let authority = try sandbox.field("cluster1", "secret/hub-ingress-ca", ".data.ca-bundle\\.crt")
    // The base64 of the Secret's `ca.crt`.
    #expect(authority == "dGhlIGF1dGhvcml0eSBvZiB0aGUgZmlsZQ==")
    let again = try sandbox.fedctl("plan", "--detailed-exitcode", fleet: after)
    #expect(again.status == 0, "\(again.stdout)")
    let back = try sandbox.fedctl("apply", "--yes", fleet: before)
    #expect(back.status == 0, "\(back.stdout)\(back.stderr)")
    #expect(try sandbox.fedctl("plan", "--detailed-exitcode", fleet: before).status == 0)
  }

  @Test
  func `who may make Routes and not choose their hosts is refused by the sandbox as by OpenShift`()
    throws
  {
    let sandbox = try Sandbox("--rbac")
    try sandbox.kubectl("hub", "create", "namespace", "thanos")
    let role = """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: all-but-hosts}
      rules:
      - {apiGroups: ["*"], resources: [routes, namespaces], verbs: ["*"]}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: all-but-hosts}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: all-but-hosts}
      subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: limited}]
      """
    #expect(try sandbox.kubectl("hub", "create", "-f", "-", input: role).status == 0)
    let route = """
      {"apiVersion": "route.openshift.io/v1", "kind": "Route",
       "metadata": {"name": "r", "namespace": "thanos"},
       "spec": {"host": "r.example.com", "to": {"kind": "Service", "name": "s", "weight": 100}}}
      """
    let refused = try sandbox.kubectl("hub", "--as=limited", "create", "-f", "-", input: route)
    #expect(refused.status != 0)
    #expect(
      refused.stderr.contains("you do not have permission to set the host field of the route"),
      "\(refused.stderr)",
    )
    let plain = route.replacing(#""host": "r.example.com", "#, with: "")
    let made = try sandbox.kubectl("hub", "--as=limited", "create", "-f", "-", input: plain)
    #expect(made.status == 0, "\(made.stderr)")
    let tls = #""tls": {"termination": "edge", "externalCertificate": {"name": "t"}}"#
    let certified = plain.replacing(#""spec": {"#, with: "\"spec\": {\(tls), ")
    for verb in ["replace", "create"] {
      let other = verb == "create" ? certified.replacing(#""r""#, with: #""o""#) : certified
      let refused = try sandbox.kubectl("hub", "--as=limited", verb, "-f", "-", input: other)
      let words = "you do not have permission to set certificate fields on the route"
      #expect(refused.status != 0 && refused.stderr.contains(words), "\(verb): \(refused.stderr)")
    }
  }
}

extension String {
  /// Without the line breaks that a plan's sentences have at the edge of a screen.
  fileprivate var onOneLine: String { replacing("\n  ", with: " ") }
}
