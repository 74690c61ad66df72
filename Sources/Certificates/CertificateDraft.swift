internal import CLibCrypto

/// A certificate that is being put together.
@safe
struct CertificateDraft: ~Copyable {
  private let raw: OpaquePointer

  init() throws(CertificateError) {
    guard let raw = unsafe X509_new() else { throw CertificateError.memory }
    unsafe self.raw = raw
  }

  deinit { unsafe X509_free(raw) }

  /// Version 3, which is written as 2, is the one with extensions; the serial number is random,
  /// so that nobody has to count.
  func begin() throws(CertificateError) {
    // Never zero and never negative, whichever way it is read.
    let number = UInt64.random(in: 1...UInt64(Int64.max))
    guard unsafe X509_set_version(raw, 2) == 1,
      unsafe ASN1_INTEGER_set_uint64(X509_get_serialNumber(raw), number) == 1
    else { throw CertificateError.beginning }
  }

  func setLifetime(from notBefore: Int, to notAfter: Int) throws(CertificateError) {
    guard unsafe ASN1_TIME_set(X509_getm_notBefore(raw), notBefore) != nil,
      unsafe ASN1_TIME_set(X509_getm_notAfter(raw), notAfter) != nil
    else { throw CertificateError.lifetime }
  }

  func setSubject(commonName: String, organization: String) throws(CertificateError) {
    let name = unsafe X509_get_subject_name(raw)
    for (field, value) in [("O", organization), ("CN", commonName)] {
      let bytes = Array(value.utf8)
      let count = Int32(clamping: bytes.count)
      guard
        unsafe X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8, bytes, count, -1, 0) == 1
      else { throw CertificateError.subject }
    }
  }

  func setKey(_ key: borrowing PrivateKey) throws(CertificateError) {
    guard unsafe X509_set_pubkey(raw, key.raw) == 1 else {
      throw CertificateError.key
    }
  }

  /// Its own subject: nobody else vouches for it.
  func issueItself(for purpose: CertificateRequest.Purpose) throws(CertificateError) {
    try unsafe issue(under: raw, for: purpose)
  }

  func issue(
    under issuer: Certificate,
    for purpose: CertificateRequest.Purpose,
  ) throws(CertificateError) {
    try unsafe issue(under: issuer.raw, for: purpose)
    try unsafe addExtension(NID_authority_key_identifier, "keyid:always", under: issuer.raw)
  }

  private func issue(
    under issuer: OpaquePointer,
    for purpose: CertificateRequest.Purpose,
  ) throws(CertificateError) {
    guard unsafe X509_set_issuer_name(raw, X509_get_subject_name(issuer)) == 1 else {
      throw CertificateError.issuer
    }
    for (kind, value) in purpose.extensions {
      try unsafe addExtension(kind, value, under: issuer)
    }
    if case .server(let names) = purpose { try setNames(names) }
  }

  private func addExtension(
    _ kind: Int32,
    _ value: String,
    under issuer: OpaquePointer,
  ) throws(CertificateError) {
    var context = unsafe X509V3_CTX()
    unsafe X509V3_set_ctx(&context, issuer, raw, nil, nil, 0)
    guard let made = unsafe X509V3_EXT_conf_nid(nil, &context, kind, value) else {
      throw CertificateError.purpose
    }
    defer { unsafe X509_EXTENSION_free(made) }
    _ = unsafe X509_add_ext(raw, made, -1)
  }

  /// Built from the names themselves: a text with commas would be read as several.
  private func setNames(_ names: [String]) throws(CertificateError) {
    let list = try SubjectNames()
    for name in names { try list.append(name) }
    guard
      unsafe X509_add1_ext_i2d(raw, NID_subject_alt_name, UnsafeMutableRawPointer(list.raw), 0, 0)
        == 1
    else {
      throw CertificateError.names
    }
  }

  func sign(with key: borrowing PrivateKey) throws(CertificateError) {
    guard unsafe X509_sign(raw, key.raw, EVP_sha256()) != 0 else {
      throw CertificateError.signing
    }
  }

  func pem() throws(CertificateError) -> String {
    let text = try PEMText()
    guard unsafe PEM_write_bio_X509(text.raw, raw) == 1 else {
      throw CertificateError.writing
    }
    return text.written
  }
}

extension CertificateRequest.Purpose {
  fileprivate var extensions: [(kind: Int32, value: String)] {
    switch self {
    case .authority:
      [
        // It signs for itself alone: no authority below it counts.
        (NID_basic_constraints, "critical,CA:TRUE,pathlen:0"),
        (NID_key_usage, "critical,keyCertSign"),
        (NID_subject_key_identifier, "hash"),
      ]
    case .server: Self.leaf(usage: "serverAuth")
    case .client: Self.leaf(usage: "clientAuth")
    }
  }

  private static func leaf(usage: String) -> [(kind: Int32, value: String)] {
    [
      (NID_basic_constraints, "critical,CA:FALSE"),
      (NID_key_usage, "critical,digitalSignature"),
      (NID_ext_key_usage, usage),
    ]
  }
}
