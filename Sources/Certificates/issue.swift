extension CertificateRequest {
  /// A certificate with a new key, signed by an issuer, or by itself where there is none.
  ///
  /// A key that is given is used again, so that what the old certificate has signed stays valid.
  package func issued(
    by issuer: CertifiedKey? = nil,
    reusing privateKey: String? = nil,
  ) throws(CertificateError) -> CertifiedKey {
    let key = if let privateKey { try PrivateKey(privateKey) } else { try PrivateKey() }
    let draft = try CertificateDraft()
    try draft.begin()
    try draft.setLifetime(from: notBefore, to: notAfter)
    try draft.setSubject(commonName: commonName, organization: organization)
    try draft.setKey(key)
    if let issuer {
      try draft.issue(under: Certificate(issuer.certificate), for: purpose)
      try draft.sign(with: PrivateKey(issuer.privateKey))
    } else {
      try draft.issueItself(for: purpose)
      try draft.sign(with: key)
    }
    return CertifiedKey(certificate: try draft.pem(), privateKey: try key.pem())
  }
}
