import Facts

/// Why a certificate that is there is made anew.
package enum RenewalReason: Fact, Hashable {
  /// No more than a third of its life is left.
  case nearsItsEnd
  /// Its authority has been made anew, or is another.
  case otherIssuer
  /// It does not prove a name that it should.
  case otherNames
  /// It is no certificate of this purpose and name, or the key beside it is another's.
  case unfit
  /// Somebody has asked for it.
  case asked

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case nearsItsEnd = "certificate.nears-its-end"
    case otherIssuer = "certificate.other-issuer"
    case otherNames = "certificate.other-names"
    case unfit = "certificate.unfit"
    /// Somebody has asked for a new certificate.
    case asked = "certificate.asked-for"
  }

  package var code: Code {
    switch self {
    case .nearsItsEnd: .nearsItsEnd
    case .otherIssuer: .otherIssuer
    case .otherNames: .otherNames
    case .unfit: .unfit
    case .asked: .asked
    }
  }
}
