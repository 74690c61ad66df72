package import HTTP

/// How to reach one cluster, and as whom.
package struct ClusterConnection: Sendable {
  /// The kubeconfig's context.
  package let context: String
  /// The API server's base URL.
  package let server: String
  /// Whom to trust; the user's certificate is in it.
  package let tls: TLSOptions
  /// nil takes what the environment says.
  package let proxy: String?
  /// What else shows who asks.
  package let credential: Credential
  /// As whom the server is asked to take us (`Impersonate-User` and its like); empty for ourselves.
  package let impersonation: [HTTPHeader]

  package init(
    context: String,
    server: String,
    tls: TLSOptions = TLSOptions(),
    proxy: String? = nil,
    credential: Credential = Credential(.anonymous),
    impersonation: [HTTPHeader] = [],
  ) {
    self.context = context
    self.server = server
    self.tls = tls
    self.proxy = proxy
    self.credential = credential
    self.impersonation = impersonation
  }
}
