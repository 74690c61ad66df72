internal import Facts
internal import HTTP
internal import Text

extension KubeconfigEntry {
  private static let clusterFields: Set = [
    "server", "tls-server-name", "insecure-skip-tls-verify", "certificate-authority",
    "certificate-authority-data", "proxy-url", "disable-compression", "extensions",
  ]

  /// The base URL, without slashes at its end.
  func server() throws(ContextError) -> String {
    try refuseOthers(than: Self.clusterFields)
    guard let server = try text("server") else { throw lacks("server") }
    guard server.hasPrefix("https://") || server.hasPrefix("http://") else {
      throw bad("server", .noURL)
    }
    return server.withoutTrailingSlashes
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
}
