import Certificates
import Foundation
import JSON
import TestSupport
import Testing

/// What verify tells of the way of a collector, which shows a certificate.
///
/// The hub's door is a real Prometheus that asks for one, by Go's TLS, as receive does; what it takes it sends on to what
/// is asked.
@Suite(
  .waitsForPrograms,
  .enabled(
    if: Sandbox.hasKubectl && PrometheusProcess.isInstalled,
    "needs what make setup installs",
  ),
  .timeLimit(.minutes(60)),
)
final class CollectorDoorTests {
  private let querier: PrometheusProcess
  private let door: PrometheusProcess
  private let sandbox: Sandbox
  private let text: String
  private let folder: URL
  private let authority: CertifiedKey
  /// As the hub's side shows it.
  private let server: TestCertificate

  init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "door-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let querier = try PrometheusProcess.started(
      arguments: ["--web.enable-remote-write-receiver"]
    )
    let sandbox = try Sandbox([
      "--proxy", "hub/thanos/thanos-querier=http://127.0.0.1:\(querier.port)",
    ])
    text = try ExampleFleet.unchecked("collector-openshift")
    let applied = try sandbox.fedctl("apply", "--yes", fleet: text)
    try #require(applied.status == 0, "\(applied.stderr)")
    let authority = try Self.held(sandbox, "hub", "cluster1-client-authority")
    let client = try Self.held(sandbox, "cluster1", Self.certificate)
    func file(_ name: String, _ text: String) throws -> String {
      let file = folder.appending(path: name)
      try Data(text.utf8).write(to: file)
      return file.path
    }
    let server = try TestCertificate(for: "localhost")
    var web = server.webConfiguration["tls_server_config"]?.objectValue ?? [:]
    web["client_auth_type"] = "RequireAndVerifyClientCert"
    web["client_ca_file"] = .string(try file("authority.pem", authority.certificate))
    door = try PrometheusProcess.started(
      web: ["tls_server_config": .object(web)],
      visitor: (
        certificate: try file("client.pem", client.certificate),
        key: try file("client.key", client.privateKey),
      ),
      arguments: ["--web.enable-remote-write-receiver"],
    ) { _ in
      ["remote_write": [["url": .string("http://127.0.0.1:\(querier.port)/api/v1/write")]]]
    }
    (self.folder, self.querier, self.sandbox) = (folder, querier, sandbox)
    (self.authority, self.server) = (authority, server)
    try lead(to: "https://localhost:\(door.port)/api/v1/write")
    try hold(["ca.crt": String(contentsOfFile: server.file, encoding: .utf8)])
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private static let certificate = "metrics-collector-certificate"

  private static func held(
    _ sandbox: Sandbox,
    _ context: String,
    _ secret: String,
  ) throws -> CertifiedKey {
    let object = try sandbox.kubectl(
      context,
      "-n",
      "thanos",
      "get",
      "secret",
      secret,
      "-o",
      "json",
    )
    let data = try JSON(parsing: object.stdout)["data"]
    func text(_ key: String) -> String { data?[key]?.stringValue?.base64Decoded ?? "" }
    return CertifiedKey(certificate: text("tls.crt"), privateKey: text("tls.key"))
  }

  private func patch(_ object: String, _ patch: String, type: String = "merge") throws {
    let patched = try sandbox.kubectl(
      "cluster1",
      "-n",
      "thanos",
      "patch",
      object,
      "--type=\(type)",
      "-p",
      patch,
    )
    try #require(patched.status == 0, "\(patched.stderr)")
  }

  /// What the collector's Secret has.
  private func hold(_ texts: [String: String]) throws {
    let data = texts.sorted { $0.key < $1.key }.map { key, text in
      (key, JSON.string(Data(text.utf8).base64EncodedString()))
    }
    let content: JSON = ["data": .object(JSONObject(data))]
    try patch("secret/\(Self.certificate)", content.text())
  }

  private func hold(_ key: CertifiedKey) throws {
    try hold(["tls.crt": key.certificate, "tls.key": key.privateKey])
  }

  private func lead(to url: String) throws {
    let path = "/spec/template/spec/containers/0/args/0"
    try patch(
      "deployment/metrics-collector",
      #"[{"op":"replace","path":"\#(path)","value":"--to-upload=\#(url)"}]"#,
      type: "json",
    )
  }

  /// Signed as the cluster's own is, for a time from now; in days.
  private func client(by authority: CertifiedKey, days: ClosedRange<Int>) throws -> CertifiedKey {
    let now = Int(Date.now.timeIntervalSince1970)
    return try CertificateRequest(
      commonName: "cluster1",
      organization: "edge-metrics",
      purpose: .client,
      notBefore: now + days.lowerBound * 86_400,
      notAfter: now + days.upperBound * 86_400,
    ).issued(by: authority)
  }

  /// The codes of what is told of the way of the cluster, whose remedies must not be missing.
  private func told() throws -> [String] {
    try findings().compactMap { $0["code"]?.stringValue }
  }

  private func findings() throws -> [JSON] {
    let outcome = try Fedctl("verify", "--cluster", "cluster1", "-o", "json")
      .against(sandbox, fleet: text).run()
    #expect(try Schema.faults(of: outcome.stdout, by: "report-1.json") == "")
    let findings =
      try JSON(parsing: outcome.stdout)["verify"]?["clusters"]?[0]?["findings"]?.arrayValue ?? []
    #expect(findings.first?["code"] == "verify.never-arrived")
    for finding in findings where finding["state"] == "error" {
      #expect(finding["remedy"]?.stringValue?.isEmpty == false, "\(finding.text())")
    }
    return Array(findings.dropFirst())
  }

  @Test func `each way in which the hub does not take a certificate is told by its cause`() throws {
    #expect(try told() == ["verify.way-open"])
    let good = try Self.held(sandbox, "cluster1", Self.certificate)

    try hold(try client(by: authority, days: -10 ... -1))
    #expect(try told() == ["verify.certificate-expired"])
    // One of the same name that another authority has signed.
    let now = Int(Date.now.timeIntervalSince1970)
    let stranger = try CertificateRequest(
      commonName: "clients of cluster1",
      organization: "edge-metrics",
      purpose: .authority,
      notBefore: now - 86_400,
      notAfter: now + 86_400,
    ).issued()
    try hold(try client(by: stranger, days: -1...1))
    let unknown = try findings()
    #expect(unknown.count == 1)
    #expect(
      ["verify.certificate-unknown", "verify.certificate-refused"].contains(unknown.first?["code"]),
      "\(unknown.map { $0.text() })",
    )
    // A key that is another's.
    try hold(["tls.crt": good.certificate])
    #expect(try told() == ["verify.certificate-unusable"])
    try hold(good)
    #expect(try told() == ["verify.way-open"])

    try hold(["ca.crt": authority.certificate])
    #expect(try told() == ["verify.authority-wrong"])
    try hold(["ca.crt": ""])
    #expect(try told() == ["verify.no-authority"])
    try hold(["ca.crt": authority.certificate, "tls.key": ""])
    #expect(try told() == ["verify.no-certificate"])
    try lead(to: "https://localhost:1/api/v1/receive")
    try hold(good)
    #expect(try told() == ["verify.hub-unreachable"])
    try lead(to: "")
    #expect(try told() == ["verify.no-write-address"])
    try sandbox.kubectl("cluster1", "-n", "thanos", "delete", "deployment", "metrics-collector")
    #expect(try told() == ["verify.no-writer"])
  }

  @Test func `a sample is written with the cluster's certificate`() throws {
    let outcome = try Fedctl("verify", "--cluster", "cluster1", "--probe", "-o", "json")
      .against(sandbox, fleet: text).run()
    #expect(outcome.stdout.contains("\"verify.probe-found\""), "\(outcome.stdout)")
    #expect(try door.series(#"fedctl_probe{cluster="cluster1"}"#, atLeast: 1).count == 1)
  }
}
