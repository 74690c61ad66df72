package import Facts
package import HTTP
internal import Text

/// What a user shows to the API server; secrets that can change are read when they are needed.
package final class Credential: Sendable {
  /// What the kubeconfig says of a user's identity.
  package enum Source: Sendable {
    /// Nothing, or a client certificate that is part of the connection's TLS options.
    case anonymous
    case token(String)
    case basic(user: String, password: String)
    /// Re-read for every request, since whoever renews it does so in place.
    case tokenFile(String)
    case plugin(ExecPlugin)
  }

  /// What goes with a request.
  package struct Proof: Hashable, Sendable {
    package var headers: [HTTPHeader] = []
    /// A certificate that takes the place of the connection's.
    package var identity: TLSIdentity?
  }

  private let source: Source
  private let plugin: PluginCredential?

  /// Nothing is read or run yet.
  package init(_ source: Source) {
    self.source = source
    if case .plugin(let plugin) = source {
      self.plugin = PluginCredential(plugin)
    } else {
      plugin = nil
    }
  }

  /// Whether asking anew, after the server refused, may bring something else.
  package var canRenew: Bool {
    switch source {
    case .tokenFile, .plugin: true
    case .anonymous, .token, .basic: false
    }
  }

  /// `refused` is what the server would not take, if it was asked already.
  package func proof(insteadOf refused: Proof? = nil) async throws(CredentialError) -> Proof {
    switch source {
    case .anonymous: return Proof()
    case .token(let token): return .bearer(token)
    case .basic(let user, let password): return .basic(user, password)
    case .tokenFile(let path): return .bearer(try Self.readToken(path))
    case .plugin: return try await plugin?.proof(insteadOf: refused) ?? Proof()
    }
  }

  /// White space at its ends is no part of a token.
  private static func readToken(_ path: String) throws(CredentialError) -> String {
    guard let bytes = readFile(path) else { throw .unreadableTokenFile(path) }
    let token = String(decoding: bytes, as: UTF8.self).trimmed
    guard !token.isEmpty else { throw .emptyTokenFile(path) }
    return token
  }
}

extension Credential.Proof {
  /// As RFC 6750 has it.
  static func bearer(_ token: String) -> Self {
    Self(headers: [HTTPHeader("Authorization", "Bearer \(token)")])
  }

  /// As RFC 7617 has it.
  static func basic(_ user: String, _ password: String) -> Self {
    let login = "\(user):\(password)".base64
    return Self(headers: [HTTPHeader("Authorization", "Basic \(login)")])
  }
}
