internal import HTTP

extension KubeconfigEntry {
  private static let clusterFields: Set = [
    "server", "tls-server-name", "insecure-skip-tls-verify", "certificate-authority",
    "certificate-authority-data", "proxy-url", "disable-compression", "extensions",
  ]

  func server() throws(KubeconfigError) -> String {
    try refuseOthers(than: Self.clusterFields)
    guard var server = try text("server") else { throw lacks("server") }
    guard server.hasPrefix("https://") || server.hasPrefix("http://") else {
      throw bad("server", "must begin with https:// or http://")
    }
    while server.hasSuffix("/") { server.removeLast() }
    return server
  }

  func clusterTLS() throws(KubeconfigError) -> TLSOptions {
    let authorities = try bytes("certificate-authority")
    let isInsecure = try flag("insecure-skip-tls-verify")
    guard authorities == nil || !isInsecure else {
      throw .contradiction(
        part: part,
        name: name,
        fields: ["certificate-authority", "insecure-skip-tls-verify"],
        file: file,
      )
    }
    return TLSOptions(
      authorities: authorities,
      serverName: try text("tls-server-name"),
      verifiesServer: !isInsecure,
    )
  }
}
