package import HTTP

/// How to reach one cluster and as whom, from one context of a kubeconfig.
package struct ClusterConnection: Sendable {
  package let context: String
  /// The API server's URL without a trailing slash.
  package let server: String
  package let tls: TLSOptions
  package let proxy: String?
  package let credential: any ClusterCredential

  package init(
    context: String,
    server: String,
    tls: TLSOptions = TLSOptions(),
    proxy: String? = nil,
    credential: any ClusterCredential,
  ) {
    self.context = context
    self.server = server
    self.tls = tls
    self.proxy = proxy
    self.credential = credential
  }
}

/// What shows a cluster who asks; client certificates may come from here or from the connection.
package protocol ClusterCredential: Sendable {
  /// The headers and certificate to send, renewed if the server has refused the last ones.
  func authorization(renewing: Bool) async throws(CredentialError) -> ClusterAuthorization
}

package struct ClusterAuthorization: Sendable {
  package let headers: [HTTPHeader]
  /// PEM certificate chain and key, where the credential brings its own.
  package let certificate: (chain: [UInt8], key: [UInt8])?

  package init(
    headers: [HTTPHeader] = [],
    certificate: (chain: [UInt8], key: [UInt8])? = nil,
  ) {
    self.headers = headers
    self.certificate = certificate
  }
}

/// Why a credential could not be had.
package enum CredentialError: Error, Hashable, Sendable {
  case unreadableTokenFile(path: String, reason: String)
  /// An exec plugin could not be started or failed; its own words, if it said any.
  case plugin(command: String, reason: String)
}

extension CredentialError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadableTokenFile(let path, let reason): "the token file \(path): \(reason)"
    case .plugin(let command, let reason): "the credential plugin `\(command)` failed: \(reason)"
    }
  }
}
