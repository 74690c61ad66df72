internal import CLibCrypto

/// A certificate that exists, as libcrypto holds it.
@safe
package final class Certificate {
  let raw: OpaquePointer

  /// Reads the first certificate of a text.
  package init(_ pem: String) throws(CertificateError) {
    let text = try PEMText(pem)
    guard let raw = unsafe PEM_read_bio_X509(text.raw, nil, nil, nil) else {
      throw CertificateError.reading
    }
    unsafe self.raw = raw
  }

  deinit { unsafe X509_free(raw) }

  /// When it stops being valid, in seconds since 1970.
  package var notAfter: Int {
    var (days, seconds): (Int32, Int32) = (0, 0)
    let epoch = unsafe ASN1_TIME_set(nil, 0)
    defer { unsafe ASN1_STRING_free(epoch) }
    _ = unsafe ASN1_TIME_diff(&days, &seconds, epoch, X509_get0_notAfter(raw))
    return Int(days) * 86_400 + Int(seconds)
  }

  /// The subject's name; nil where it has none.
  package var commonName: String? { subject(NID_commonName) }

  /// The subject's organization; nil where it has none.
  package var organization: String? { subject(NID_organizationName) }

  /// Whether it may sign others, by its basic constraints.
  package var isAuthority: Bool { unsafe X509_check_ca(raw) == 1 }

  /// Whether an authority's key has signed it; for an authority of its own, its own.
  package func isSigned(by authority: Certificate) -> Bool {
    unsafe X509_check_issued(authority.raw, raw) == X509_V_OK
      && X509_verify(raw, X509_get0_pubkey(authority.raw)) == 1
  }

  /// Whether a private key in PEM is the one that belongs to it.
  package func belongs(to privateKey: String) -> Bool {
    guard let key = try? PrivateKey(privateKey) else { return false }
    return unsafe X509_check_private_key(raw, key.raw) == 1
  }

  /// Whether it proves a server's name or address.
  package func proves(_ name: String) -> Bool {
    let bare = name.hasPrefix("[") ? String(name.dropFirst().dropLast()) : name
    return unsafe X509_check_ip_asc(raw, bare, 0) == 1
      || X509_check_host(
        raw,
        name,
        name.utf8.count,
        UInt32(X509_CHECK_FLAG_NEVER_CHECK_SUBJECT),
        nil,
      ) == 1
  }

  private func subject(_ field: Int32) -> String? {
    let name = unsafe X509_get_subject_name(raw)
    let place = unsafe X509_NAME_get_index_by_NID(name, field, -1)
    guard place >= 0, let entry = unsafe X509_NAME_get_entry(name, place) else { return nil }
    let text = unsafe X509_NAME_ENTRY_get_data(entry)
    let bytes = unsafe UnsafeRawBufferPointer(
      start: ASN1_STRING_get0_data(text),
      count: Int(ASN1_STRING_length(text)),
    )
    return unsafe String(decoding: bytes, as: UTF8.self)
  }
}
