import Certificates
import JSON
import Objects
import Plan

/// Certificates are kept while more than a third of their life is left and they still say what is
/// asked of them.
extension FleetLook {
  /// Authorities first, since what they signed is judged by them.
  ///
  /// Of those that are rotated, none is kept but their authorities.
  func holdCertificates(in live: inout LiveState, rotating rotation: Rotation = Rotation()) {
    for certificate in certificates where live.cluster(missingFor: certificate) == nil {
      guard let found = FoundCertificate(certificate, in: live) else { continue }
      let isAsked =
        certificate.issuer != nil
        && rotation.covers(.certificates, of: certificate.secret.cluster)
      if let reason = isAsked ? .asked : found.reasonToRenew(now: now, live) {
        live.certificateNotes[certificate.secret] = [.certificateIsRenewed(reason)]
      } else {
        live.heldCertificates[certificate] = found.parts
      }
      guard certificate.issuer != nil, let end = found.notAfter else { continue }
      live.certificateNotes[certificate.secret, default: []]
        .append(.certificateExpires(inSeconds: end - now))
    }
  }

  /// Those that the fleet wants, authorities first: the others are judged by them.
  private var certificates: [IssuedCertificate] {
    let values = manifests.flatMap(\.bindings).flatMap(\.values)
    let all = Set(
      values.compactMap { value -> IssuedCertificate? in
        if case .certificate(let certificate, _) = value { certificate } else { nil }
      }
    )
    return all.filter { $0.issuer == nil } + all.filter { $0.issuer != nil }
  }
}

/// What a Secret holds where a certificate belongs.
private struct FoundCertificate {
  let wanted: IssuedCertificate
  let parts: [IssuedCertificate.Part: String]

  /// nil where there is none yet.
  init?(_ wanted: IssuedCertificate, in live: LiveState) {
    guard let secret = live[wanted.secret] else { return nil }
    self.wanted = wanted
    parts = IssuedCertificate.Part.allCases.reduce(into: [:]) { parts, part in
      parts[part] = HandOff.Field.data(key: part.rawValue).value(in: secret)
    }
    guard !parts.isEmpty else { return nil }
  }

  var notAfter: Int? {
    parts[.certificate].flatMap { pem in try? Certificate(pem).notAfter }
  }

  /// nil for one that can stay.
  func reasonToRenew(now: Int, _ live: LiveState) -> RenewalReason? {
    guard let pem = parts[.certificate], let key = parts[.privateKey],
      let certificate = try? Certificate(pem), certificate.belongs(to: key),
      certificate.commonName == wanted.commonName,
      certificate.organization == wanted.organization,
      certificate.isAuthority == (wanted.issuer == nil)
    else { return .unfit }
    guard certificate.notAfter - now > wanted.lifetime / 3 else { return .nearsItsEnd }
    guard isSignedByItsIssuer(certificate, live) else { return .otherIssuer }
    let provesAll = wanted.names.allSatisfy { name in
      live[name.producer].flatMap(name.field.value).map(certificate.proves) ?? false
    }
    return provesAll ? nil : .otherNames
  }

  /// An authority that is not held itself proves nothing.
  private func isSignedByItsIssuer(_ certificate: Certificate, _ live: LiveState) -> Bool {
    guard let issuer = wanted.issuer else { return certificate.isSigned(by: certificate) }
    guard let pem = live.heldCertificates[issuer]?[.certificate],
      let authority = try? Certificate(pem)
    else { return false }
    return certificate.isSigned(by: authority)
  }
}
