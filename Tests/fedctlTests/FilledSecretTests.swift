import TestSupport
import Testing

/// Secrets that other operators fill because of an object of the fleet: missed, waited for, and then used.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
  .enabled(if: WorldKind.isPlayed, "plays the operators itself"),
)
struct FilledSecretTests {
  private let world: World

  init() throws { world = try World("--prometheus-operator") }

  @Test func `an external secret is missed by its kind, and waited for`()
    throws
  {
    let fleet = try ExampleFleet.unchecked("receive-openshift").replacing(
      #/credentials: .*/#,
      with: "credentials: {externalSecret: {store: vault, remoteKey: metrics/bucket}}",
    )
    try expectConvergence(
      of: fleet,
      Filler(
        kind: "ExternalSecret",
        plural: "externalsecrets",
        group: "external-secrets.io",
        object: "store-s3-keys",
        cluster: "hub",
        namespace: "thanos",
        secret: "store-s3-keys",
      ),
      until: "the External Secrets Operator has not seen it yet",
    )
  }

  @Test func `a load balancer's issuer is missed by its kind, waited for, and believed by the hub`()
    throws
  {
    let tls = "tls: {secret: web, serverName: prometheus.cluster1.example.com, issuer: our-ca}"
    let ingress = #/    ingress:\n      host: cluster1.*\n      certificateARN: .*\n/#
    let defaults = #/  ingress:\n    # Who(.|\n)*?zone: private\n/#
    let monitors = #/    serviceMonitors:(.|\n)*?port: http\n/#
    let fleet = try ExampleFleet.unchecked("sidecar-kubernetes").replacing(
      ingress,
      with: "    loadBalancer: {loadBalancerSourceRanges: [10.20.0.0/16], \(tls)}\n",
    ).replacing(defaults, with: "").replacing(monitors, with: "")
    try expectConvergence(
      of: fleet,
      Filler(
        kind: "Certificate",
        plural: "certificates",
        group: "cert-manager.io",
        object: "federated-prometheus",
        cluster: "cluster1",
        namespace: "monitoring",
        secret: "web",
      ),
      until: "cert-manager has not seen it yet",
    )
    let authority = try world.field("hub", "secret/cluster1-authority", ".data", in: "monitoring")
    #expect(authority.contains("\"YQ==\""), "\(authority)")
  }

  private func expectConvergence(of fleet: String, _ filler: Filler, until words: String) throws {
    let plan = try world.fedctl("plan", "--full", fleet: fleet)
    #expect(plan.stdout.contains("kind \(filler.kind).\(filler.group) is not served"))
    for cluster in World.contexts {
      try world.kubectl(cluster, "apply", "-f", "-", input: filler.definition)
    }
    let waiting = try world.fedctl("apply", "--yes", "--wait-timeout", "3s", fleet: fleet)
    #expect(waiting.status == 3)
    #expect(waiting.stderr.contains(words), "\(waiting.stderr)")
    try fill(filler)
    let outcome = try world.fedctl("apply", "--yes", fleet: fleet)
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(try world.fedctl("plan", "--detailed-exitcode", fleet: fleet).status == 0)
  }

  /// What the operator does: a Secret, and word of it.
  private func fill(_ filler: Filler) throws {
    let entries = ["tls.crt", "tls.key", "ca.crt", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]
    let arguments = ["-n", filler.namespace, "create", "secret", "generic", filler.secret]
    try world.kubectl(filler.cluster, arguments + entries.map { "--from-literal=\($0)=a" })
    try world.kubectl(
      filler.cluster,
      "-n",
      filler.namespace,
      "patch",
      "\(filler.plural)/\(filler.object)",
      "--subresource",
      "status",
      "--type",
      "merge",
      "-p",
      #"{"status":{"conditions":[{"type":"Ready","status":"True"}]}}"#,
    )
  }
}

/// An object that has a Secret filled, and its kind.
private struct Filler {
  let kind: String
  let plural: String
  let group: String
  let object: String
  let cluster: String
  let namespace: String
  let secret: String

  /// As the operator brings it, without a schema.
  var definition: String {
    """
    apiVersion: apiextensions.k8s.io/v1
    kind: CustomResourceDefinition
    metadata: {name: \(plural).\(group)}
    spec:
      group: \(group)
      scope: Namespaced
      names: {kind: \(kind), plural: \(plural), singular: \(kind.lowercased())}
      versions:
        - name: v1
          served: true
          storage: true
          subresources: {status: {}}
          schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
    """
  }
}
