import Facts
import FoundationEssentials
import HTTP
import Testing

@testable import Kubernetes

@Suite struct ExecPluginTests {
  private func plugin(
    _ script: String,
    command: String = "sh",
    version: ExecPlugin.Version = .v1,
    hint: String? = nil,
  ) -> ExecPlugin {
    ExecPlugin(
      command: command,
      arguments: ["-c", script],
      environment: ["WHO": "me"],
      version: version,
      installHint: hint,
      timeLimit: .seconds(3600),
    )
  }

  /// A script that prints an ExecCredential with this status.
  private func answer(_ status: String, version: ExecPlugin.Version = .v1) -> String {
    """
    cat <<END
    {"apiVersion":"\(version.rawValue)","kind":"ExecCredential","status":\(status)}
    END
    """
  }

  private func failure(of plugin: ExecPlugin) async -> CredentialError? {
    do throws(CredentialError) {
      _ = try await plugin.run()
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [ExecPlugin.Version.v1, .v1beta1])
  func `a plugin is asked in its version and gives a token`(version: ExecPlugin.Version)
    async throws
  {
    let script = """
      case "$KUBERNETES_EXEC_INFO" in *"\(version.rawValue)"*) ;; *) exit 9;; esac
      \(answer(#"{"token":"for $WHO"}"#, version: version))
      """
    let given = try await plugin(script, version: version).run()
    #expect(given.proof.headers == [HTTPHeader("Authorization", "Bearer for me")])
    #expect(given.expiry == nil)
  }

  @Test func `what a plugin says to people is told line by line, and not for ever`() async throws {
    let told = Record<String>()
    var plugin = plugin(
      """
      printf 'Open https://login.example.com\n\nand enter ' >&2; printf 'A-B\n' >&2; printf last >&2
      \(answer(#"{"token":"a"}"#))
      """
    )
    plugin.tell = { told.add($0.line) }
    _ = try await plugin.run()
    #expect(told.all == ["Open https://login.example.com", "and enter A-B", "last"])
    let endless = Record<String>()
    plugin = self.plugin("yes no | head -c 1000000 >&2; \(answer(#"{"token":"a"}"#))")
    plugin.tell = { endless.add($0.line) }
    _ = try await plugin.run()
    #expect(endless.count == 100)
  }

  @Test func `a certificate with its key is as good as a token`() async throws {
    let status = #"{"clientCertificateData":"cert","clientKeyData":"key"}"#
    let given = try await plugin(answer(status)).run()
    #expect(given.proof.identity?.certificate == Array("cert".utf8))
    #expect(given.proof.headers.isEmpty)
  }

  @Test func `what is no credential is refused by its flaw`() async {
    let flaws: [(String, PluginFlaw)] = [
      ("echo hello", .notJSON),
      (
        answer(#"{"token":"t"}"#, version: .v1beta1),
        .otherKind(version: "client.authentication.k8s.io/v1"),
      ),
      (answer("{}"), .empty),
      (answer(#"{"clientCertificateData":"cert"}"#), .halfIdentity),
      (answer(#"{"token":"t","expirationTimestamp":"tomorrow"}"#), .badExpiry),
    ]
    for (script, flaw) in flaws {
      #expect(await failure(of: plugin(script)) == .malformedAnswer(command: "sh", flaw))
    }
  }

  @Test func `a plugin that fails is told with its status and what it wrote`() async {
    let failure = await failure(of: plugin("echo log in first >&2; exit 3"))
    #expect(failure == .pluginFailed(command: "sh", status: 3, output: "log in first"))
  }

  @Test func `a plugin that is not there is told with the kubeconfig's hint`() async {
    let missing = plugin("", command: "no-such-plugin-here", hint: "brew install it")
    #expect(
      await failure(of: missing)
        == .pluginNotFound(command: "no-such-plugin-here", hint: "brew install it")
    )
  }

  // MARK: Keeping the answer

  /// A credential whose plugin notes each of its runs in a file, and how often it has run.
  private func counted(expiry: String) throws -> (PluginCredential, () -> Int) {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    let script = """
      echo x >> \(file)
      \(answer(#"{"token":"t","expirationTimestamp":"\#(expiry)"}"#))
      """
    let runs = {
      FileManager.default.contents(atPath: file).map { $0.count / 2 } ?? 0
    }
    return (PluginCredential(plugin(script)), runs)
  }

  @Test func `many who ask at once are served by one run`() async throws {
    let (credential, runs) = try counted(expiry: "2999-01-01T00:00:00Z")
    let proofs = await withTaskGroup(of: Credential.Proof?.self) { group in
      for _ in 1...8 { group.addTask { try? await credential.proof(insteadOf: nil) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(proofs == Array(repeating: .bearer("t"), count: 8))
    #expect(runs() == 1)
  }

  @Test func `an answer that has expired is not given again`() async throws {
    let (credential, runs) = try counted(expiry: "2001-01-01T00:00:00.5Z")
    _ = try await credential.proof(insteadOf: nil)
    _ = try await credential.proof(insteadOf: nil)
    #expect(runs() == 2)
  }
}
