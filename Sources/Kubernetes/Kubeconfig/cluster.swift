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
    let server = text.contains("://") ? text : "\(isSecured ? "https" : "http")://\(text)"
    guard server.hasPrefix("https://") || server.hasPrefix("http://") else {
      throw bad("server", .noURL)
    }
    return Self.parts(of: server).url.withoutTrailingSlashes
  }

  /// Who the server's URL names before its host, as `user:password@`; nil where it names nobody.
  ///
  /// It is no part of the URL for us: addresses are shown to everybody.
  func login() throws(ContextError) -> Credential.Source? {
    guard let login = Self.parts(of: try text("server") ?? "").login else { return nil }
    let parts = login.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map { PercentEncoding.decode(String($0)) ?? String($0) }
    return .basic(user: parts.first ?? "", password: parts.dropFirst().first ?? "")
  }

  /// A URL without what stands before its host, and that.
  private static func parts(of url: String) -> (url: String, login: Substring?) {
    let start = url.firstRange(of: "://")?.upperBound ?? url.startIndex
    let authority = url[start...].prefix { !"/?#".contains($0) }
    guard let mark = authority.lastIndex(of: "@") else { return (url, nil) }
    return (String(url[..<start] + url[url.index(after: mark)...]), authority[..<mark])
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
    let scheme = proxy.firstRange(of: "://").map { String(proxy[..<$0.lowerBound]) } ?? ""
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
