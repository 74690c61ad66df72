import Facts

/// What libcrypto could not do.
///
/// It carries no text of a key or certificate.
package enum CertificateError: Error, Hashable, Fact {
  /// Finding room for one of its values.
  case memory
  /// Making a key.
  case makingKey
  /// Reading a private key: it is none, or has a passphrase.
  case readingKey
  /// Writing a private key in PEM.
  case writingKey
  /// Reading a certificate: it is none.
  case reading
  /// Beginning a certificate: its version and serial number.
  case beginning
  /// Setting a certificate's lifetime.
  case lifetime
  /// Setting a certificate's subject.
  case subject
  /// Setting a certificate's key.
  case key
  /// Setting a certificate's issuer.
  case issuer
  /// Saying what a certificate is for, in its extensions.
  case purpose
  /// Setting the names that a certificate proves.
  case names
  /// Signing a certificate.
  case signing
  /// Writing a certificate in PEM.
  case writing

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case memory = "libcrypto.memory"
    case makingKey = "libcrypto.making-key"
    case readingKey = "libcrypto.reading-key"
    case writingKey = "libcrypto.writing-key"
    case reading = "libcrypto.reading"
    case beginning = "libcrypto.beginning"
    case lifetime = "libcrypto.lifetime"
    case subject = "libcrypto.subject"
    case key = "libcrypto.key"
    case issuer = "libcrypto.issuer"
    case purpose = "libcrypto.purpose"
    case names = "libcrypto.names"
    case signing = "libcrypto.signing"
    case writing = "libcrypto.writing"
  }

  package var code: Code {
    switch self {
    case .memory: .memory
    case .makingKey: .makingKey
    case .readingKey: .readingKey
    case .writingKey: .writingKey
    case .reading: .reading
    case .beginning: .beginning
    case .lifetime: .lifetime
    case .subject: .subject
    case .key: .key
    case .issuer: .issuer
    case .purpose: .purpose
    case .names: .names
    case .signing: .signing
    case .writing: .writing
    }
  }
}
