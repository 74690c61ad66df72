internal import CLibCrypto

/// Memory that libcrypto reads from or writes to.
@safe
struct PEMText: ~Copyable {
  let raw: OpaquePointer

  /// Nothing yet: to be written.
  init() throws(CertificateError) { try self.init("") }

  /// A text to be read.
  init(_ text: String) throws(CertificateError) {
    guard let raw = unsafe BIO_new(BIO_s_mem()) else {
      throw CertificateError.memory
    }
    unsafe self.raw = raw
    let bytes = Array(text.utf8)
    _ = unsafe BIO_write(raw, bytes, Int32(clamping: bytes.count))
  }

  deinit { unsafe BIO_free_all(raw) }

  var written: String {
    var start: UnsafePointer<CChar>? = nil
    let count = unsafe fedctl_bio_bytes(raw, &start)
    let bytes = unsafe UnsafeRawBufferPointer(start: start, count: max(0, count))
    return unsafe String(decoding: bytes, as: UTF8.self)
  }
}
