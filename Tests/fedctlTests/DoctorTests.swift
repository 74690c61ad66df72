import Foundation
import JSON
import TestSupport
import Testing

/// `fedctl doctor`: finds what was planted, and its remedies work.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl && ObjectServer.isInstalled, "needs what make setup installs"),
  .timeLimit(.minutes(60)),
)
struct DoctorTests {
  private static let clusters = (1...7).map { "cluster\($0)" }
  private static let contexts = ["hub"] + clusters + ["stranger"]

  private let server: ObjectServer
  private let sandbox: Sandbox
  private let bucket = "doctor-\(UUID().uuidString.lowercased())"

  init() throws {
    server = try ObjectServer.seaweed.get()
    sandbox = try Sandbox([
      "--rbac", "--contexts", Self.contexts.joined(separator: ","),
    ])
  }

  /// `operators`: what is said of the one that cluster6 needs.
  private func fleet(_ clusters: [String], bucket: String, operators: String) -> String {
    """
    apiVersion: fedctl.dev/v1alpha1
    kind: Fleet
    name: edge-metrics
    topology: receive
    platform: openshift
    namespace: thanos
    bucket:
      name: \(bucket)
      region: us-east-1
      endpoint: \(server.endpoint)
      insecure: true
      credentials: {fromEnvironment: true}
    hub:
      context: hub
    clusters:

    """
      + clusters.map { name in
        let mode =
          name == "cluster6"
          ? "    mode: stack\n    monitoringStack: {\(operators)}\n"
          : "    mode: operator\n    prometheusOperator: {startingCSV: prometheusoperator.v0.56.3}\n"
        return
          "  - name: \(name)\n    context: \(name)\n    externalLabels: {cluster: \(name)}\n\(mode)"
      }.joined()
  }

  /// With which context as whom, and where to.
  private func kubeconfig(as limited: [String], astray: [String]) throws -> String {
    let text = try String(contentsOfFile: sandbox.kubeconfig, encoding: .utf8)
    var document = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    )
    var users = document["users"] as? [[String: Any]] ?? []
    users.append(["name": "limited", "user": ["as": "limited"]])
    document["users"] = users
    document["contexts"] = (document["contexts"] as? [[String: Any]] ?? []).map { entry in
      var (entry, name) = (entry, entry["name"] as? String ?? "")
      var context = entry["context"] as? [String: Any] ?? [:]
      if limited.contains(name) { context["user"] = "limited" }
      if astray.contains(name) { context["cluster"] = "stranger" }
      entry["context"] = context
      return entry
    }
    return String(decoding: try JSONSerialization.data(withJSONObject: document), as: UTF8.self)
  }

  private func run(
    _ arguments: String...,
    clusters: [String] = clusters,
    bucket: String? = nil,
    operators: String = "operator: existing",
    kubeconfig: String? = nil,
  ) throws -> Fedctl.Outcome {
    let fleet = fleet(clusters, bucket: bucket ?? self.bucket, operators: operators)
    let run = Fedctl(arguments).against(sandbox, fleet: fleet)
    let outcome =
      try kubeconfig.map {
        try run.file(named: "limited", $0).environment("KUBECONFIG", "limited").run()
      } ?? run.run()
    #expect(!(outcome.stdout + outcome.stderr).contains(ObjectServer.key))
    return outcome
  }

  /// Changes an object of the fleet's own namespace, as a hand would.
  private func patch(_ cluster: String, _ object: String, _ patch: String) throws {
    try kubectl(cluster, "-n", "thanos", "patch", object, "--type=merge", "-p", patch)
  }

  /// As the controller would tell of Grafana's pods.
  private func patchGrafana(ready: Int) throws {
    try kubectl(
      "hub",
      "-n",
      "thanos",
      "patch",
      "deployment/grafana",
      "--subresource=status",
      "--type=merge",
      "-p",
      #"{"status":{"readyReplicas":\#(ready),"availableReplicas":\#(ready)}}"#,
    )
  }

  private func kubectl(_ arguments: String..., input: String = "") throws {
    let outcome = try sandbox.kubectl(
      arguments[0],
      Array(arguments.dropFirst()),
      input: input,
    )
    #expect(outcome.status == 0, "\(arguments): \(outcome.stderr)")
  }

  /// Every finding that is wrong, as `cluster code`, and whether each has a remedy.
  private func wrong(_ outcome: Fedctl.Outcome) throws -> [String] {
    #expect(try Schema.faults(of: outcome.stdout, by: "report-1.json") == "")
    let places = try JSON(parsing: outcome.stdout)["doctor"]?["places"]?.arrayValue ?? []
    var found: [String] = []
    for place in places {
      let findings = (place["checks"]?.arrayValue ?? []).flatMap {
        $0["findings"]?.arrayValue ?? []
      }
      for finding in findings where ["error", "warning"].contains(finding["state"]?.stringValue) {
        #expect(finding["remedy"]?.stringValue?.isEmpty == false, "\(finding.text())")
        let cluster = place["cluster"]?.stringValue ?? "fleet"
        found.append("\(cluster) \(finding["code"]?.stringValue ?? "")")
      }
    }
    return found.sorted()
  }

  private var role: String {
    URL(filePath: #filePath).appending(path: "../../../examples/rbac/apply.yaml").standardized.path
  }

  /// A certificate that ends in three days, with its key, as a Route takes them.
  private func shortCertificate() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "doctor-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let certificate = folder.appending(path: "c.pem").path
    _ = try Tool.output(
      of: "openssl",
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=grafana", "-days", "3",
        "-keyout", folder.appending(path: "k.pem").path, "-out", certificate,
      ],
    )
    return try String(contentsOfFile: certificate, encoding: .utf8)
  }

  private static let deadLease =
    #"{"spec":{"holderIdentity":"ann@elsewhere process 7 (x:y)","renewTime":"2020-01-01T00:00:00.000000Z"}}"#
  private static let route = "route/grafana"

  /// Eleven things go wrong, each on a cluster of its own where that is possible.
  private func plant() throws {
    // A right, a storage class, an answer, the clock; cluster6 lacks what its operator would bring.
    try kubectl("cluster3", "apply", "-f", role)
    try kubectl(
      "cluster3",
      "create",
      "clusterrolebinding",
      "limited",
      "--clusterrole=fedctl-apply",
      "--user=limited",
    )
    try kubectl(
      "cluster3",
      "patch",
      "clusterrole",
      "fedctl-apply",
      "--type=json",
      "-p",
      #"[{"op":"remove","path":"/rules/2"}]"#,
    )
    try kubectl("cluster7", "delete", "storageclass", "gp3")
    try sandbox.setFaults("context=cluster1,down", "context=cluster4,skew=300")
    // A token, a certificate, a pod, the lock; another cluster and the bucket are planted by the caller.
    try patch(
      "cluster5",
      "secret/metrics-bearer-token",
      #"{"stringData":{"metrics_bearer_token":"old"}}"#,
    )
    let certificate = JSON.string(try shortCertificate()).text()
    try patch("hub", Self.route, #"{"spec":{"tls":{"certificate":\#(certificate)}}}"#)
    try patchGrafana(ready: 0)
    try kubectl(
      "hub",
      "-n",
      "thanos",
      "patch",
      "lease/fedctl-edge-metrics",
      "--type=merge",
      "-p",
      Self.deadLease,
    )
  }

  @Test func `eleven planted faults are found, and each remedy that can be tried here helps`()
    throws
  {
    try server.witness("make", bucket)
    let applied = Array(Self.clusters.dropLast(2))
    let outcome = try run("apply", "--yes", clusters: applied)
    #expect(outcome.status == 0, "\(outcome.stderr)")
    let sound = try run("doctor", "-o", "json", clusters: applied)
    #expect(try wrong(sound) == [], "\(sound.stdout)")
    #expect(sound.status == 0)

    try plant()
    let astray = try kubeconfig(as: ["cluster3"], astray: ["cluster2"])
    let missing = "\(bucket)-gone"
    let sick = try run(
      "doctor",
      "-o",
      "json",
      "--request-timeout",
      "20s",
      bucket: missing,
      kubeconfig: astray,
    )
    #expect(sick.status == 3)
    #expect(
      try wrong(sick) == [
        "cluster1 doctor.cluster-unknown", "cluster2 doctor.cluster-unknown",
        "cluster3 doctor.rights-missing", "cluster3 doctor.rights-missing-for-help",
        "cluster4 doctor.clock-off", "cluster5 doctor.token-differs",
        "cluster6 doctor.kind-missing", "cluster7 doctor.storage-class-missing",
        "fleet doctor.bucket-unusable", "hub doctor.certificate-ends", "hub doctor.lock-left",
        "hub doctor.object-not-ready",
      ],
      "\(sick.stdout)",
    )

    try mend()
    try server.witness("make", missing)
    let limited = try kubeconfig(as: ["cluster3"], astray: [])
    let applying = try run("apply", "--yes", bucket: missing, operators: "")
    #expect(applying.status == 0, "\(applying.stdout)\(applying.stderr)")
    let mended = try run(
      "doctor",
      "-o",
      "json",
      bucket: missing,
      operators: "",
      kubeconfig: limited,
    )
    #expect(try wrong(mended) == [], "\(mended.stdout)")
    #expect(mended.status == 0)
  }

  /// Does what the remedies say, but for what `apply` does.
  private func mend() throws {
    try sandbox.setFaults()
    try kubectl("cluster3", "apply", "-f", role)
    try kubectl(
      "cluster7",
      "annotate",
      "storageclass",
      "fixed",
      "storageclass.kubernetes.io/is-default-class=true",
    )
    try patch("hub", Self.route, #"{"spec":{"tls":{"certificate":null}}}"#)
    try patchGrafana(ready: 1)
  }

  @Test func `other forms are refused`() throws {
    #expect(try run("doctor", "-o", "html").status == 64)
    #expect(try run("doctor", "--markdown-into", "x").status == 64)
    #expect(try run("doctor", "--for", "fun").status == 64)
  }
}
