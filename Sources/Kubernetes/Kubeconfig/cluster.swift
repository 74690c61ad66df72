internal import Facts
internal import HTTP
internal import JSON
internal import Text

/// What a cluster's entry says; fields that are not known are passed over, as kubectl does.
extension KubeconfigEntry {
  /// The base URL, without slashes at its end.
  ///
  /// One without a scheme is https where something of TLS is told of it, and else http.
  func server(hasTLS: Bool) throws(ContextError) -> String {
    guard let text = try text("server") else { throw lacks("server") }
    let isInsecure = try flag("insecure-skip-tls-verify")
    let isSecured = hasTLS || isInsecure
    guard let parts = URLParts(text) ?? URLParts("\(isSecured ? "https" : "http")://\(text)"),
      parts.scheme == "https://" || parts.scheme == "http://"
    else { throw bad("server", .noURL) }
    return "\(parts.scheme)\(parts.authority)\(parts.rest)".withoutTrailingSlashes
  }

  /// Who the server's URL names before its host, as `user:password@`; nil where it names nobody.
  ///
  /// It is no part of the URL for us: addresses are shown to everybody.
  func login() throws(ContextError) -> Credential.Source? {
    let server = try text("server") ?? ""
    guard let login = (URLParts(server) ?? URLParts("http://\(server)"))?.login else { return nil }
    let parts = login.unicodeScalars
      .split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      // Before a host, other than in a form, a plus is a plus.
      .map { PercentEncoding.decode(String($0).replacing("+", with: "%2B")) ?? String($0) }
    return .basic(user: parts.first ?? "", password: parts.dropFirst().first ?? "")
  }

  /// Whom to trust; authorities and no verification contradict each other.
  func clusterTLS() throws(ContextError) -> TLSOptions {
    let authorities = try bytes("certificate-authority")
    let isInsecure = try flag("insecure-skip-tls-verify")
    guard authorities == nil || !isInsecure else {
      throw .contradiction(
        entryName,
        fields: ["certificate-authority", "insecure-skip-tls-verify"],
      )
    }
    return TLSOptions(
      authorities: authorities,
      serverName: try text("tls-server-name"),
      verifiesServer: !isInsecure,
    )
  }

  /// nil takes what the environment says.
  func proxy() throws(ContextError) -> String? {
    guard let proxy = try text("proxy-url") else { return nil }
    let scheme = URLParts(proxy).map { String($0.scheme.dropLast(3)) } ?? ""
    guard ["http", "https", "socks5"].contains(scheme) else {
      throw bad("proxy-url", .noProxy(scheme))
    }
    return proxy
  }

  /// What an exec plugin that asks for it is told of the cluster.
  func pluginInformation() throws(ContextError) -> JSON {
    var members: JSONObject = ["server": fields["server"] ?? ""]
    for field in [
      "tls-server-name", "insecure-skip-tls-verify", "proxy-url", "disable-compression",
    ] {
      if let value = fields[field], value != .null, value != "", value != false {
        members[field] = value
      }
    }
    if let authorities = try bytes("certificate-authority") {
      members["certificate-authority-data"] = .string(Base64.text(of: authorities))
    }
    let extensions = fields["extensions"]?.arrayValue ?? []
    let own = extensions.first { $0["name"] == "client.authentication.k8s.io/exec" }
    members["config"] = own?["extension"] ?? .null
    return .object(members)
  }
}
