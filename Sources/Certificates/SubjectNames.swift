internal import CLibCrypto

/// The names and addresses that a server's certificate proves.
@safe
struct SubjectNames: ~Copyable {
  let raw: OpaquePointer

  init() throws(CertificateError) {
    guard let raw = unsafe OPENSSL_sk_new_null() else {
      throw CertificateError.memory
    }
    unsafe self.raw = raw
  }

  deinit { unsafe GENERAL_NAMES_free(raw) }

  func append(_ name: String) throws(CertificateError) {
    guard let entry = unsafe Self.entry(name) else {
      throw CertificateError.names
    }
    _ = unsafe OPENSSL_sk_push(raw, entry)
  }

  private static func entry(_ name: String) -> UnsafeMutablePointer<GENERAL_NAME>? {
    guard let entry = unsafe GENERAL_NAME_new() else { return nil }
    // An address of IPv6 stands in brackets in a URL.
    let bare = name.hasPrefix("[") ? String(name.dropFirst().dropLast()) : name
    if let address = unsafe a2i_IPADDRESS(bare) {
      unsafe GENERAL_NAME_set0_value(entry, GEN_IPADD, address)
    } else {
      let text = unsafe ASN1_STRING_type_new(V_ASN1_IA5STRING)
      _ = unsafe ASN1_STRING_set(text, name, Int32(clamping: name.utf8.count))
      unsafe GENERAL_NAME_set0_value(entry, GEN_DNS, text)
    }
    return unsafe entry
  }
}
