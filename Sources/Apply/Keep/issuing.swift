import Certificates
import FoundationEssentials
import Objects
import Plan
import Synchronization

/// Certificates are made in memory and go straight into the Secret that holds them.
extension LiveValues {
  /// Both parts of a certificate: those that are kept, or else new ones.
  func look(
    up certificate: IssuedCertificate
  ) async throws(ApplyError) -> [PendingValue: String] {
    let key = try await certifiedKey(certificate)
    return [
      certificate.value(.certificate): key.certificate,
      certificate.value(.privateKey): key.privateKey,
    ]
  }

  /// One that was made in this run is given to all who ask for it.
  private func certifiedKey(
    _ certificate: IssuedCertificate
  ) async throws(ApplyError) -> CertifiedKey {
    if let held = live.heldCertificates[certificate] { return CertifiedKey(held) }
    if let made = issued.withLock({ $0[certificate] }) { return made }
    var issuer: CertifiedKey?
    if let authority = certificate.issuer { issuer = try await certifiedKey(authority) }
    let request = CertificateRequest(
      for: certificate,
      names: try await names(of: certificate),
      now: Int(Date.now.timeIntervalSince1970),
    )
    do throws(CertificateError) {
      let made = try request.issued(by: issuer, keeping: keptKey(of: certificate))
      return issued.withLock { issued in
        issued[certificate] = issued[certificate] ?? made
        return issued[certificate] ?? made
      }
    } catch {
      throw .certificate(certificate, error)
    }
  }

  /// Each as its producer has it now.
  private func names(of certificate: IssuedCertificate) async throws(ApplyError) -> [String] {
    var names: [String] = []
    for handOff in certificate.names {
      names += try await look(up: .handOff(handOff)).values
    }
    return names
  }

  /// An authority is renewed with the key that it has, so that what it signed stays valid until it
  /// is renewed as well; a leaf gets a new one.
  private func keptKey(of certificate: IssuedCertificate) -> String? {
    guard certificate.issuer == nil else { return nil }
    let key = IssuedCertificate.Part.privateKey.rawValue
    return self[certificate.secret].flatMap(HandOff.Field.data(key: key).value)
  }
}

extension CertifiedKey {
  fileprivate init(_ parts: [IssuedCertificate.Part: String]) {
    self.init(
      certificate: parts[.certificate] ?? "",
      privateKey: parts[.privateKey] ?? "",
    )
  }
}

extension CertificateRequest {
  fileprivate init(for certificate: IssuedCertificate, names: [String], now: Int) {
    // The clocks of clusters differ.
    let start = now - 300
    self.init(
      commonName: certificate.commonName,
      organization: certificate.organization,
      purpose: certificate.purpose.requested(names: names),
      notBefore: start,
      notAfter: start + certificate.lifetime,
    )
  }

  /// With a key that cannot be read, a new one is made.
  fileprivate func issued(
    by issuer: CertifiedKey?,
    keeping key: String?,
  ) throws(CertificateError) -> CertifiedKey {
    guard let key, let renewed = try? issued(by: issuer, reusing: key) else {
      return try issued(by: issuer)
    }
    return renewed
  }
}

extension IssuedCertificate.Purpose {
  fileprivate func requested(names: [String]) -> CertificateRequest.Purpose {
    switch self {
    case .authority: .authority
    case .server: .server(names: names)
    case .client: .client
    }
  }
}
