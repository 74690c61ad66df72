internal import Facts
internal import FoundationEssentials
internal import Glibc
internal import HTTP
internal import JSON
internal import Programs
internal import Text

/// A program that prints credentials (client.authentication.k8s.io).
package struct ExecPlugin: Sendable {
  /// The versions of the protocol that are spoken.
  package enum Version: String, Sendable {
    case v1 = "client.authentication.k8s.io/v1"
    case v1beta1 = "client.authentication.k8s.io/v1beta1"
  }

  let command: String
  let arguments: [String]
  /// Added to our own environment.
  let environment: [String: String]
  let version: Version
  let installHint: String?
  /// What it is told of the cluster; nil where it does not ask.
  var cluster: JSON?
  /// For how long it may run.
  var timeLimit = Duration.seconds(60)
  /// Gets what it says to people.
  var tell: @Sendable (PluginNews) -> Void = { _ in }

  /// What the plugin gave, and until when it may be used; nil is for as long as fedctl runs.
  struct Answer: Sendable {
    let proof: Credential.Proof
    let expiry: Date?
  }

  /// Runs the program and reads what it prints; it is given a minute.
  func run() async throws(CredentialError) -> Answer {
    let lines = PluginLines(of: command, tell)
    defer { lines.end() }
    let process = ChildProcess(
      command: command,
      arguments: arguments,
      environment: ProcessInfo.processInfo.environment
        .merging(environment) { $1 }
        .merging(["KUBERNETES_EXEC_INFO": information.text()]) { $1 },
      timeLimit: timeLimit,
      onErrors: lines.append,
    )
    switch await process.run() {
    case .notStarted(let code) where code == ENOENT:
      throw .pluginNotFound(command: command, hint: installHint)
    case .notStarted(let code): throw .pluginNotStarted(command: command, errno: Int(code))
    case .stopped(.tookTooLong): throw .pluginTookTooLong(command: command)
    case .stopped(.saidTooMuch): throw malformed(.tooLong)
    case .stopped(.cancelled): throw .cancelled
    case .ended(status: 0, let output, _): return try read(output)
    case .ended(let status, _, let errors):
      let words = String(decoding: errors.suffix(4096), as: UTF8.self).trimmed
      throw .pluginFailed(command: command, status: status, output: words)
    }
  }

  private var information: JSON {
    var spec: JSONObject = ["interactive": false]
    spec["cluster"] = cluster
    return [
      "apiVersion": .string(version.rawValue), "kind": "ExecCredential", "spec": .object(spec),
    ]
  }

  /// Refuses what is no credential of the version that was asked for.
  private func read(_ output: [UInt8]) throws(CredentialError) -> Answer {
    guard let answer = try? JSON(parsing: output) else { throw malformed(.notJSON) }
    guard answer["apiVersion"]?.stringValue == version.rawValue,
      answer["kind"]?.stringValue == "ExecCredential"
    else { throw malformed(.otherKind(version: version.rawValue)) }
    let status = answer["status"]
    var proof = Credential.Proof()
    proof.identity = try identity(status)
    if let token = status?["token"]?.stringValue, !token.isEmpty {
      proof.headers = Credential.Proof.bearer(token).headers
    }
    guard proof.identity != nil || !proof.headers.isEmpty else {
      throw malformed(.empty)
    }
    return Answer(proof: proof, expiry: try expiry(status))
  }

  /// A certificate comes with its key, or not at all.
  private func identity(_ status: JSON?) throws(CredentialError) -> TLSIdentity? {
    let certificate = status?["clientCertificateData"]?.stringValue
    let key = status?["clientKeyData"]?.stringValue
    switch (certificate, key) {
    case (_?, let key?) where PrivateKeyText.isEncrypted(key.utf8): throw malformed(.encryptedKey)
    case (let certificate?, let key?):
      return TLSIdentity(certificate: Array(certificate.utf8), key: Array(key.utf8))
    case (nil, nil): return nil
    default: throw malformed(.halfIdentity)
    }
  }

  /// nil where the plugin says nothing of it.
  private func expiry(_ status: JSON?) throws(CredentialError) -> Date? {
    guard let text = status?["expirationTimestamp"]?.stringValue else { return nil }
    guard let date = RFC3339.date(text) else {
      throw malformed(.badExpiry)
    }
    return date
  }

  /// What is wrong with the answer, and whose it is.
  private func malformed(_ flaw: PluginFlaw) -> CredentialError {
    .malformedAnswer(command: command, flaw)
  }
}
