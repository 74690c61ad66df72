internal import CLibCrypto

/// A private key on the curve P-256, as libcrypto holds it.
@safe
struct PrivateKey: ~Copyable {
  let raw: OpaquePointer

  /// A new one.
  init() throws(CertificateError) {
    guard let raw = unsafe fedctl_generate_p256() else {
      throw CertificateError.makingKey
    }
    unsafe self.raw = raw
  }

  init(_ pem: String) throws(CertificateError) {
    let text = try PEMText(pem)
    guard let raw = unsafe PEM_read_bio_PrivateKey(text.raw, nil, refusePassphrase, nil) else {
      throw CertificateError.readingKey
    }
    unsafe self.raw = raw
  }

  deinit { unsafe EVP_PKEY_free(raw) }

  func pem() throws(CertificateError) -> String {
    let text = try PEMText()
    guard unsafe PEM_write_bio_PKCS8PrivateKey(text.raw, raw, nil, nil, 0, nil, nil) == 1 else {
      throw CertificateError.writingKey
    }
    return text.written
  }
}

/// Without it libcrypto would ask at the terminal for the passphrase of a key that has one.
private func refusePassphrase(
  _ buffer: UnsafeMutablePointer<CChar>?,
  _ size: Int32,
  _ isWriting: Int32,
  _ context: UnsafeMutableRawPointer?,
) -> Int32 { -1 }
