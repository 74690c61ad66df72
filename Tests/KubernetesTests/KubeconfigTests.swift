import Facts
import FoundationEssentials
import HTTP
import Kubernetes
import Testing

/// Loads files of the given texts, in this order, as `KUBECONFIG` lists them.
private func load(_ texts: String...) throws -> Kubeconfig {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  var paths: [String] = []
  for (place, text) in texts.enumerated() {
    let file = folder.appending(path: "\(place).yaml")
    try Data(text.utf8).write(to: file)
    paths.append(file.path)
  }
  return try Kubeconfig.load(
    path: nil,
    environment: ["KUBECONFIG": paths.joined(separator: ":")],
    home: nil,
  )
}

private func config(server: String, user: String) -> String {
  """
  contexts: [{name: hub, context: {cluster: c, user: u}}]
  clusters: [{name: c, cluster: {server: "\(server)"}}]
  users: [{name: u, user: \(user)}]
  """
}

@Test func `the first file to define a name wins whole`() async throws {
  let loaded = try load(
    config(server: "https://one.example.com/", user: "{token: first}"),
    config(server: "https://two.example.com", user: "{token: second}"),
  )
  let connection = try loaded.connection(context: "hub")
  #expect(loaded.contexts == ["hub"])
  #expect(connection.server == "https://one.example.com")
  let proof = try await connection.credential.proof()
  #expect(proof.headers == [HTTPHeader("Authorization", "Bearer first")])
}

@Test(arguments: ["{auth-provider: {name: gcp}}", "{auth-provider: {name: oidc}}"])
func `what would change who we are is refused`(user: String) throws {
  let loaded = try load(config(server: "https://one.example.com", user: user))
  let error = #expect(throws: ContextError.self) { try loaded.connection(context: "hub") }
  guard case .unsupported(let entry, _) = error, entry.part == .user, entry.name == "u" else {
    Issue.record("\(String(describing: error))")
    return
  }
}

@Test func `a plugin is run once and its token kept`() async throws {
  let script = """
    echo '{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential",' \
    '"status":{"token":"'$$'"}}'
    """
  let exec = """
    {exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never, command: sh, \
    args: ["-c", '\(script.replacing("'", with: "''"))']}}
    """
  var loaded = try load(config(server: "https://one.example.com", user: exec))
  // Hundreds of tests share two threads, so that the answer may be waited for a while.
  loaded.pluginTimeLimit = .seconds(3600)
  let connection = try loaded.connection(context: "hub")
  let first = try await connection.credential.proof()
  #expect(try await connection.credential.proof() == first)
  #expect(try await connection.credential.proof(insteadOf: first) != first)
}

/// To Swift a mark with an accent behind it is one character, and nobody would stand before the host.
@Test func `marks of a URL are found whatever is behind them`() async throws {
  let server = "https://me:\u{301}pw@\u{301}one.example.com/\u{301}a@b/"
  let connection = try load(config(server: server, user: "{}")).connection(context: "hub")
  #expect(connection.server == "https://\u{301}one.example.com/\u{301}a@b")
  let login = try await connection.credential.proof()
  #expect(login.headers == [HTTPHeader("Authorization", "Basic bWU6zIFwdw==")])
}

@Test(arguments: [
  ("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAA==\n", true),
  ("-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n", true),
  ("-----BEGIN RSA PRIVATE KEY-----\nProc-Type:4, ENCRYPTED\n", true),
  ("-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\u{301}\n", true),
  ("-----BEGIN PRIVATE KEY-----\nAA==\n", false), ("", false),
])
func `a key with a passphrase is known by its word`(key: String, isEncrypted: Bool) {
  #expect(PrivateKeyText.isEncrypted(key.utf8) == isEncrypted)
}

@Test func `whom a server's URL names before its host asks, and is no part of the address`()
  async throws
{
  let server = "https://me:p%40s+s@one.example.com:6443/k8s"
  let nobody = try load(config(server: server, user: "{}")).connection(context: "hub")
  #expect(nobody.server == "https://one.example.com:6443/k8s")
  let login = try await nobody.credential.proof()
  #expect(login.headers == [HTTPHeader("Authorization", "Basic bWU6cEBzK3M=")])
  let named = try load(config(server: server, user: "{token: own}")).connection(context: "hub")
  let proof = try await named.credential.proof()
  #expect(proof.headers == [HTTPHeader("Authorization", "Bearer own")])
}
