internal import Facts
internal import HTTP
internal import JSON
internal import Text

/// What a user's entry says; fields that are not known are passed over, as kubectl does.
extension KubeconfigEntry {
  /// A certificate needs its key; a key alone is nothing.
  func identity() throws(ContextError) -> TLSIdentity? {
    guard let certificate = try bytes("client-certificate") else { return nil }
    guard let key = try bytes("client-key") else { throw lacks("client-key") }
    guard !PrivateKeyText.isEncrypted(key) else { throw bad("client-key", .encryptedKey) }
    return TLSIdentity(certificate: certificate, key: key)
  }

  /// A plugin is not run for a user who has a certificate, token or password already.
  func credential(at cluster: KubeconfigEntry) throws(ContextError) -> Credential.Source {
    guard fields["auth-provider"] ?? .null == .null else {
      throw .unsupported(entryName, field: "auth-provider")
    }
    let user = try text("username")
    let password = try text("password")
    let token = try text("token")
    let tokenFile = try text("tokenFile")
    if user != nil || password != nil, token != nil {
      throw .contradiction(entryName, fields: ["token", "username"])
    }
    let plugin = try plugin(at: cluster)
    if let tokenFile { return .tokenFile(resolve(tokenFile)) }
    if let token { return .token(token) }
    if let user { return .basic(user: user, password: password ?? "") }
    guard let plugin, try identity() == nil else { return .anonymous }
    return .plugin(plugin)
  }

  /// As whom the API server is asked to take us.
  func impersonation() throws(ContextError) -> [HTTPHeader] {
    let user = try text("as")
    let uid = try text("as-uid").map { [HTTPHeader("Impersonate-Uid", $0)] } ?? []
    let groups = try texts("as-groups").map { HTTPHeader("Impersonate-Group", $0) }
    let others = uid + groups + (try impersonatedExtra())
    guard let user else {
      if others.isEmpty { return [] }
      throw lacks("as")
    }
    return [HTTPHeader("Impersonate-User", user)] + others
  }

  private func impersonatedExtra() throws(ContextError) -> [HTTPHeader] {
    guard let extra = fields["as-user-extra"], extra != .null else { return [] }
    guard let members = extra.objectValue else { throw bad("as-user-extra", .notText) }
    let entry = KubeconfigEntry(entryName: entryName, fields: members)
    var headers: [HTTPHeader] = []
    for key in members.map(\.key).sorted() {
      let name = "Impersonate-Extra-\(PercentEncoding.strict(key))"
      headers += try entry.texts(key).map { HTTPHeader(name, $0) }
    }
    return headers
  }

  /// nil where there is none.
  ///
  /// Refuses what the plugin would need and does not get.
  private func plugin(at cluster: KubeconfigEntry) throws(ContextError) -> ExecPlugin? {
    guard let exec = fields["exec"], exec != .null else { return nil }
    let entry = KubeconfigEntry(entryName: entryName, fields: exec.objectValue ?? [:])
    guard let command = try entry.text("command") else { throw lacks("exec.command") }
    guard let text = try entry.text("apiVersion") else { throw lacks("exec.apiVersion") }
    guard let version = ExecPlugin.Version(rawValue: text) else {
      throw bad("exec.apiVersion", .unknownVersion(text))
    }
    try entry.checkInteraction(version)
    return ExecPlugin(
      command: command.contains("/") ? resolve(command) : command,
      arguments: try entry.texts("args"),
      environment: try entry.variables(),
      version: version,
      installHint: try entry.text("installHint"),
      cluster: try entry.flag("provideClusterInfo") ? try cluster.pluginInformation() : nil,
    )
  }

  /// The variables that a plugin's `env` sets.
  ///
  /// A number is no text, and might come out as another than was written.
  private func variables() throws(ContextError) -> [String: String] {
    var variables: [String: String] = [:]
    for variable in fields["env"]?.arrayValue ?? [] {
      let entry = KubeconfigEntry(entryName: entryName, fields: variable.objectValue ?? [:])
      guard let name = try entry.text("name") else { throw lacks("exec.env.name") }
      variables[name] = try entry.text("value") ?? ""
    }
    return variables
  }

  /// Plugins are run without a terminal, since many clusters are asked at once.
  private func checkInteraction(_ version: ExecPlugin.Version) throws(ContextError) {
    switch try text("interactiveMode") {
    case nil where version == .v1: throw lacks("exec.interactiveMode")
    case nil, "IfAvailable", "Never": return
    case "Always": throw .unsupported(entryName, field: "exec.interactiveMode Always")
    case let other?: throw bad("exec.interactiveMode", .unknownMode(other))
    }
  }
}
