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
  var tell: @Sendable (ProgramNews) -> Void = { _ in }

  /// What the plugin gave, and until when it may be used; nil is for as long as fedctl runs.
  struct Answer: Sendable {
    let proof: Credential.Proof
    let expiry: Date?
  }

  /// Runs the program and reads what it prints; it is given a minute.
  func run() async throws(CredentialError) -> Answer {
    let lines = ErrorLines { [command, tell] in tell(ProgramNews(command: command, line: $0)) }
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
    case .stopped(.saidTooMuch): throw .malformedAnswer(command: command, .tooLong)
    case .stopped(.cancelled): throw .cancelled
    case .ended(status: 0, let output, _):
      let read = try ExecCredential(reading: output, of: version, from: command)
      return Answer(proof: read.proof, expiry: read.expiry)
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
}
