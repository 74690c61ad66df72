import Certificates
import Foundation
import TestSupport
import Testing

/// Certificates are made once, kept, renewed, and given up with the cluster that they are for.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
  .enabled(if: WorldKind.suits(.openShift), "needs such clusters"),
)
struct CertificateConvergenceTests {
  private let fleet: String
  private let world: World

  init() throws {
    fleet = try ExampleFleet.unchecked("collector-openshift")
    world = try World()
  }

  private func apply(_ fleet: String? = nil) throws {
    let outcome = try world.fedctl("apply", "--yes", fleet: fleet ?? self.fleet)
    #expect(outcome.status == 0, "\(outcome.stderr)")
    let again = try world.fedctl("plan", "--detailed-exitcode", fleet: fleet ?? self.fleet)
    #expect(again.status == 0, "\(again.stdout)")
  }

  private func held(_ context: String, _ secret: String) throws -> CertifiedKey {
    let field = { (key: String) in
      try world.field(context, "secret/\(secret)", ".data.\(key)").base64Decoded
    }
    return CertifiedKey(
      certificate: try field(#"tls\.crt"#),
      privateKey: try field(#"tls\.key"#),
    )
  }

  private func hold(_ key: CertifiedKey, _ context: String, _ secret: String) throws {
    let data = [key.certificate, key.privateKey].map { Data($0.utf8).base64EncodedString() }
    let patch = #"{"data":{"tls.crt":"\#(data[0])","tls.key":"\#(data[1])"}}"#
    try world.kubectl(
      context,
      "-n",
      "thanos",
      "patch",
      "secret/\(secret)",
      "--type",
      "merge",
      "-p",
      patch,
    )
  }

  private var restarts: String {
    get throws {
      try world.field(
        "cluster1",
        "deployment/metrics-collector",
        #".spec.template.metadata.annotations.fedctl\.dev/certificates"#,
      )
    }
  }

  private static let collector = "metrics-collector-certificate"

  @Test func `whoever is asked finds the certificates in order`() throws {
    try apply()
    let bundle = try world.field("hub", "configmap/client-authorities", #".data.ca\.crt"#)
    for cluster in ["cluster1", "cluster2"] {
      let authority = try held("hub", "\(cluster)-client-authority").certificate
      #expect(bundle.contains(authority))
      let client = try Certificate(held(cluster, Self.collector).certificate)
      #expect(client.commonName == cluster)
      #expect(client.isSigned(by: try Certificate(authority)))
    }
    let server = try Certificate(held("hub", "receive-certificate").certificate)
    #expect(server.proves("thanos-receive-thanos.apps.hub.example.com"))
    let authority = try held("hub", "receive-authority").certificate
    #expect(server.isSigned(by: try Certificate(authority)))
    let known = try world.field("cluster1", "secret/\(Self.collector)", #".data.ca\.crt"#)
    #expect(known.base64Decoded == authority)
  }

  /// A third of 90 days is 30.
  @Test(arguments: [(29, true), (31, false)])
  func `a certificate is renewed when a third of its life is left, and not before`(
    days: Int,
    isRenewed: Bool,
  ) throws {
    try apply()
    let authority = try held("hub", "cluster1-client-authority")
    let now = Int(Date.now.timeIntervalSince1970)
    let old = try CertificateRequest(
      commonName: "cluster1",
      organization: "edge-metrics",
      purpose: .client,
      notBefore: now - 5_000_000,
      notAfter: now + days * 86_400 + 600,
    ).issued(by: authority)
    try hold(old, "cluster1", Self.collector)
    let plan = try world.fedctl("plan", "--full", fleet: fleet).stdout
    let words = """
        ~ Secret thanos/metrics-collector-certificate
              the certificate is made anew: no more than a third of its life is left
              the certificate expires in 29 d
      """
    #expect(plan.contains(words) == isRenewed, "\(plan)")
    #expect(
      plan.contains(#"~ data["tls.key"]: (sensitive) -> (sensitive, known after apply)"#)
        == isRenewed
    )
    let before = try restarts
    try apply()
    #expect((try held("cluster1", Self.collector) != old) == isRenewed)
    #expect(try restarts != before)
  }

  @Test(arguments: [true, false])
  func `another's certificate, or a key that does not fit, is made anew`(isWhole: Bool) throws {
    try apply()
    let (own, other) = (
      try held("cluster1", Self.collector), try held("cluster2", Self.collector),
    )
    let before = try restarts
    let mixed = CertifiedKey(certificate: own.certificate, privateKey: other.privateKey)
    try hold(isWhole ? other : mixed, "cluster1", Self.collector)
    let plan = try world.fedctl("plan", "--full", fleet: fleet).stdout
    #expect(plan.contains("what is there is not the certificate and key that belong there"))
    try apply()
    let new = try held("cluster1", Self.collector)
    #expect(try Certificate(new.certificate).commonName == "cluster1")
    #expect(try Certificate(new.certificate).belongs(to: new.privateKey))
    #expect(try restarts != before)
  }

  @Test func `an authority that is lost is made anew with all that it has signed`() throws {
    try apply()
    try world.kubectl("hub", "-n", "thanos", "delete", "secret/cluster1-client-authority")
    try world.kubectl("hub", "-n", "thanos", "delete", "secret/receive-authority")
    try apply()
    let authority = try Certificate(held("hub", "cluster1-client-authority").certificate)
    let client = try Certificate(held("cluster1", Self.collector).certificate)
    #expect(client.isSigned(by: authority))
  }

  @Test func `a cluster that leaves is no longer believed`() throws {
    try apply()
    let pods = #".spec.template.metadata.annotations.fedctl\.dev/certificates"#
    let before = try world.field("hub", "statefulset/thanos-receive", pods)
    let gone = try held("hub", "cluster2-client-authority").certificate
    let end = try #require(fleet.range(of: "  - name: cluster2")).lowerBound
    try apply(String(fleet[..<end]))
    let bundle = try world.field("hub", "configmap/client-authorities", #".data.ca\.crt"#)
    #expect(!bundle.contains(gone))
    #expect(bundle.contains(try held("hub", "cluster1-client-authority").certificate))
    #expect(try world.field("hub", "statefulset/thanos-receive", pods) != before)
    let left = try world.kubectl("cluster2", "-n", "thanos", "get", "secrets", "-o", "name")
    #expect(!left.stdout.contains("metrics-collector"))
  }

  @Test(.enabled(if: WorldKind.isPlayed))
  func `a hub out of reach changes nothing on the clusters`() throws {
    try apply()
    try world.played.setFaults("context=hub,down")
    let plan = try world.fedctl("plan", "--full", fleet: fleet).stdout
    #expect(plan.plannedChanges == [], "\(plan)")
  }

  @Test(.enabled(if: WorldKind.isPlayed)) func `no output shows a private key, whatever happens`()
    throws
  {
    var outputs = [try world.fedctl("plan", "-v", "--fields", fleet: fleet)]
    try world.played.setFaults("context=cluster2,verb=patch,resource=secrets,status=422")
    outputs.append(
      try world.fedctl("apply", "--yes", "-v", "--wait-timeout", "5s", fleet: fleet)
    )
    try world.played.setFaults()
    outputs.append(try world.fedctl("apply", "--yes", "-v", fleet: fleet))
    let keys = try [
      ("hub", "receive-authority"), ("hub", "receive-certificate"),
      ("hub", "cluster1-client-authority"), ("hub", "cluster2-client-authority"),
      ("cluster1", Self.collector), ("cluster2", Self.collector),
    ].map { try held($0, $1) }
    // Someone pastes a key where it does not belong.
    let pasted = keys[0].privateKey.replacing("\n", with: "\\n")
    try world.kubectl(
      "hub",
      "-n",
      "thanos",
      "patch",
      "configmap/client-authorities",
      "--type",
      "merge",
      "-p",
      #"{"data":{"ca.crt":"\#(pasted)"}}"#,
    )
    outputs.append(try world.fedctl("plan", "-v", "--fields", fleet: fleet))
    #expect(
      outputs[3].stdout.contains(
        """
              ~ data["ca.crt"]:
                  - (sensitive)
                  + (certificate receive of edge-metrics, until 20
        """
      )
    )
    outputs.append(try world.fedctl("render", fleet: fleet))
    outputs.append(try world.fedctl("teardown", "--dry-run", "-v", fleet: fleet))
    for output in outputs {
      #expect(!output.stdout.contains("PRIVATE KEY") && !output.stderr.contains("PRIVATE KEY"))
      for key in keys {
        let lines = key.privateKey.split(separator: "\n").filter { !$0.hasPrefix("-") }
        #expect(!lines.contains { output.stdout.contains($0) || output.stderr.contains($0) })
        let encoded = Data(key.privateKey.utf8).base64EncodedString()
        #expect(!output.stdout.contains(encoded) && !output.stderr.contains(encoded))
      }
    }
  }

  @Test(.enabled(if: WorldKind.isPlayed), arguments: [90, 115, 140, 165])
  func `an apply that is killed is finished by the next, and keeps what it made`(
    requests: Int
  ) throws {
    let log = try world.played.logFile
    _ = try Fedctl("apply", "--yes").against(world, fleet: fleet)
      .killed { Sandbox.lineCount(of: log) >= requests }.run()
    let before = try certificates
    try apply()
    let after = try certificates
    #expect(after.count == 6)
    #expect(before.allSatisfy { after[$0.key] == $0.value })
  }

  /// The certificates that there are, by cluster and Secret.
  private var certificates: [String: String] {
    get throws {
      var result: [String: String] = [:]
      for context in World.contexts {
        for (name, key) in try world.secretData(#"tls\.key"#, on: context) {
          result["\(context) \(name)"] = key
        }
      }
      return result
    }
  }
}
