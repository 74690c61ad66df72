internal import CLibCrypto

/// The digest of some bytes, and how it is written.
package struct Digest: Hashable, Sendable {
  /// 32 bytes.
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// FIPS 180-4: 32 bytes.
  package static func sha256(_ bytes: [UInt8]) -> Digest { unsafe digest(bytes, EVP_sha256()) }

  /// The digest of a text's UTF-8 bytes.
  package static func sha256(_ text: some StringProtocol) -> Digest { sha256(Array(text.utf8)) }

  /// RFC 1321, 16 bytes: proof of nothing, but S3 wants it of some requests.
  package static func md5(_ bytes: [UInt8]) -> Digest { unsafe digest(bytes, EVP_md5()) }

  /// RFC 2104 with SHA-256: 32 bytes.
  package static func authentication(of text: some StringProtocol, key: [UInt8]) -> Digest {
    let bytes = Array(text.utf8)
    var result = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    _ = unsafe HMAC(EVP_sha256(), key, Int32(key.count), bytes, bytes.count, &result, &count)
    return Digest(bytes: Array(result.prefix(Int(count))))
  }

  private static func digest(_ bytes: [UInt8], _ algorithm: OpaquePointer?) -> Digest {
    var result = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    _ = unsafe EVP_Digest(bytes, bytes.count, &result, &count, algorithm, nil)
    return Digest(bytes: Array(result.prefix(Int(count))))
  }
}

extension Digest {
  /// 64 lower-case digits.
  package var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
