package import Facts
import HTTP
import Objects
import Text

/// What the kubeconfig has for a context that comes to an end, as far as it tells when.
package struct ShownCredentials: Hashable, Sendable {
  /// When the token ends, in seconds since 1970; nil without one, and for one that a program or a file renews.
  package var tokenEnd: Int?
  /// The client certificate, with its chain, in PEM.
  package var certificate: String?
  /// The authorities that the API server is held against, in PEM; nil where they are the system's.
  package var authorities: String?
}

extension KubernetesClient {
  /// The API server's own certificate, in PEM; nil where it speaks without TLS, or gives no answer.
  ///
  /// Asked over a connection of its own, since only a handshake shows it.
  package func serverCertificate() async -> String? {
    guard server.lowercased().hasPrefix("https:"), let proof = try? await proof() else {
      return nil
    }
    let call = Call(endpoint: Endpoint(path: "/version"), answer: .version)
    var request = request(for: call, showing: proof)
    request.tellsCertificate = true
    request.timeout = patience.atFirst
    return (try? await transport.send(request))?.certificate
  }

  /// Reads what the kubeconfig has; nothing is asked of the cluster.
  package func shownCredentials() async throws(KubernetesError) -> ShownCredentials {
    var shown = ShownCredentials()
    shown.certificate = connection.tls.identity.map {
      String(decoding: $0.certificate, as: UTF8.self)
    }
    shown.authorities = connection.tls.authorities.map { String(decoding: $0, as: UTF8.self) }
    guard !connection.credential.canRenew else { return shown }
    let bearer = try await proof().headers.map(\.value).first { $0.hasPrefix("Bearer ") }
    shown.tokenEnd = bearer.flatMap { TokenClaims(of: String($0.dropFirst("Bearer ".count)))?.end }
    return shown
  }
}
