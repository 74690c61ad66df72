internal import Facts
internal import HTTP
internal import JSON

extension KubeconfigEntry {
  private static let userFields: Set = [
    "client-certificate", "client-certificate-data", "client-key", "client-key-data", "token",
    "tokenFile", "username", "password", "exec", "extensions",
  ]

  /// A certificate comes with its key, or not at all.
  func identity() throws(ContextError) -> TLSIdentity? {
    let certificate = try bytes("client-certificate")
    let key = try bytes("client-key")
    switch (certificate, key) {
    case (let certificate?, let key?): return TLSIdentity(certificate: certificate, key: key)
    case (nil, nil): return nil
    case (_?, nil): throw lacks("client-key")
    case (nil, _?): throw lacks("client-certificate")
    }
  }

  /// A plugin is not run for a user who has a certificate, token or password already.
  func credential(hasCertificate: Bool) throws(ContextError) -> Credential.Source {
    try refuseOthers(than: Self.userFields)
    let user = try text("username")
    let token = try text("token")
    let tokenFile = try text("tokenFile")
    if user != nil, token != nil || tokenFile != nil {
      throw .contradiction(entryName, fields: ["token", "username"])
    }
    if let tokenFile { return .tokenFile(resolve(tokenFile)) }
    if let token { return .token(token) }
    if let user { return .basic(user: user, password: try text("password") ?? "") }
    guard !hasCertificate, let exec = fields["exec"], exec != .null else { return .anonymous }
    return .plugin(try plugin(exec))
  }

  /// Refuses what the plugin would need and does not get.
  private func plugin(_ exec: JSON) throws(ContextError) -> ExecPlugin {
    guard let command = exec["command"]?.stringValue, !command.isEmpty else {
      throw lacks("exec.command")
    }
    guard let text = exec["apiVersion"]?.stringValue else { throw lacks("exec.apiVersion") }
    guard let version = ExecPlugin.Version(rawValue: text) else {
      throw bad("exec.apiVersion", .unknownVersion(text))
    }
    try checkInteraction(exec, version)
    if exec["provideClusterInfo"] == true {
      throw .unsupported(entryName, field: "exec.provideClusterInfo")
    }
    return ExecPlugin(
      command: command.contains("/") ? resolve(command) : command,
      arguments: (exec["args"]?.arrayValue ?? []).compactMap(\.stringValue),
      environment: (exec["env"]?.arrayValue ?? []).reduce(into: [:]) { variables, variable in
        guard let name = variable["name"]?.stringValue else { return }
        variables[name] = variable["value"]?.stringValue ?? ""
      },
      version: version,
      installHint: exec["installHint"]?.stringValue,
    )
  }

  /// Plugins are run without a terminal, since many clusters are asked at once.
  private func checkInteraction(
    _ exec: JSON,
    _ version: ExecPlugin.Version,
  ) throws(ContextError) {
    switch exec["interactiveMode"]?.stringValue {
    case nil where version == .v1: throw lacks("exec.interactiveMode")
    case nil, "IfAvailable", "Never": return
    case "Always":
      throw .unsupported(entryName, field: "exec.interactiveMode Always")
    case let other?: throw bad("exec.interactiveMode", .unknownMode(other))
    }
  }
}
