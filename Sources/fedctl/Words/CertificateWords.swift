import Certificates

extension CertificateError {
  /// What libcrypto could not do, as it follows `could not`.
  var words: String {
    switch self {
    case .memory: "find memory"
    case .makingKey: "make a key"
    case .readingKey: "read a private key"
    case .writingKey: "write a private key"
    case .reading: "read a certificate"
    case .beginning: "begin a certificate"
    case .lifetime: "set a certificate's lifetime"
    case .subject: "set a certificate's subject"
    case .key: "set a certificate's key"
    case .issuer: "set a certificate's issuer"
    case .purpose: "say what a certificate is for"
    case .names: "set a certificate's names"
    case .signing: "sign a certificate"
    case .writing: "write a certificate"
    }
  }
}
