import Facts
package import Objects
package import Plan

/// When certificates and tokens end, and whether tokens are accepted; all times are in seconds from now.
package enum ExpiryFinding: Fact, Hashable {
  /// So many certificates, of which the first ends then; nil where there is none.
  case certificatesLast(Int, firstEnds: Int?)
  /// One that has ended, or ends within two weeks.
  case certificateEnds(CertificatePlace, inSeconds: Int)
  /// One of the fleet's own that the next apply makes anew.
  case certificateIsDue(ObjectReference, RenewalReason)
  /// So many tokens that the hub accepts, of which the first ends then; nil where none ends.
  case tokensAccepted(Int, firstEnds: Int?)
  /// The token in this Secret ends soon, or has.
  case tokenEnds(ObjectReference, inSeconds: Int)
  /// The hub does not accept the token in this Secret.
  case tokenRefused(ObjectReference)
  /// The token in this Secret is not the one that the hub has in that.
  case tokenDiffers(ObjectReference, from: ObjectReference)
  /// A token is in use whose Secret on the hub has gone or is empty.
  case tokenRevoked(ObjectReference, ObjectReference)
  /// The hub cannot be asked about the token in this Secret.
  case tokenUntold(ObjectReference)
  /// The token that the kubeconfig has for this context ends soon, or has.
  case loginEnds(context: String, inSeconds: Int)

  /// Where a certificate is.
  package enum CertificatePlace: Hashable, Sendable {
    /// A Secret or a Route on the cluster.
    case object(ObjectReference)
    /// What the API server shows.
    case server(context: String)
    /// The client's own, in the kubeconfig.
    case client(context: String)
    /// The API server's authority, in the kubeconfig.
    case authority(context: String)
  }

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case certificatesLast = "doctor.certificates-last"
    case certificateEnds = "doctor.certificate-ends"
    case certificateIsDue = "doctor.certificate-due"
    case tokensAccepted = "doctor.tokens-accepted"
    case tokenEnds = "doctor.token-ends"
    case tokenRefused = "doctor.token-refused"
    case tokenDiffers = "doctor.token-differs"
    case tokenRevoked = "doctor.token-revoked"
    case tokenUntold = "doctor.token-untold"
    case loginEnds = "doctor.login-ends"
  }

  package var code: Code {
    switch self {
    case .certificatesLast: .certificatesLast
    case .certificateEnds: .certificateEnds
    case .certificateIsDue: .certificateIsDue
    case .tokensAccepted: .tokensAccepted
    case .tokenEnds: .tokenEnds
    case .tokenRefused: .tokenRefused
    case .tokenDiffers: .tokenDiffers
    case .tokenRevoked: .tokenRevoked
    case .tokenUntold: .tokenUntold
    case .loginEnds: .loginEnds
    }
  }

  /// What has ended does not work; what ends soon does still.
  package var gravity: Gravity {
    switch self {
    case .certificatesLast, .tokensAccepted: .well
    case .tokenUntold: .untold
    case .certificateIsDue: .warning
    case .certificateEnds(_, let seconds), .tokenEnds(_, let seconds), .loginEnds(_, let seconds):
      seconds > 0 ? .warning : .error
    case .tokenRefused, .tokenDiffers, .tokenRevoked: .error
    }
  }
}
