import Certificates
import Diagnostics
import Digest
import FoundationEssentials
import Objects
import Text

extension ValueMarks {
  /// The marks of plans and of rendered objects.
  static let words = ValueMarks(
    sensitive: "(sensitive)",
    unknown: "(known after apply)",
    sensitiveUnknown: "(sensitive, known after apply)",
    pending: { "(known after apply: \($0.words))" },
    certificate: { ShownCertificate($0).words },
    configuration: { $1 ? "(changed)" : "(what its pods read as they start)" },
    cluster: "CLUSTER",
  )
}

/// A certificate as a plan tells it: by what people compare, or by its end where it cannot be read.
private struct ShownCertificate {
  /// As it stands between the lines of PEM.
  let base64: String

  init(_ base64: String) { self.base64 = base64 }

  var words: String {
    guard let bytes = Base64.bytes(of: base64), let read = try? Certificate(pem) else {
      return "(certificate …\(base64.filter { $0 != "=" }.suffix(8)))"
    }
    let name = read.commonName ?? read.organization ?? "without a name"
    let end = RFC3339.text(of: Date(timeIntervalSince1970: Double(read.notAfter))).prefix(10)
    let print = Digest.sha256(bytes).hexadecimal.prefix(16)
    return
      "(certificate \(Printable.text(String(name.prefix(64)))), until \(end), SHA-256 \(print)…)"
  }

  /// In lines, as readers of PEM want it.
  private var pem: String {
    let letters = Array(base64)
    let lines = stride(from: 0, to: letters.count, by: 64).map { start in
      String(letters[start..<min(start + 64, letters.count)])
    }
    return
      "-----BEGIN CERTIFICATE-----\n\(lines.joined(separator: "\n"))\n-----END CERTIFICATE-----\n"
  }
}

extension PendingValue {
  /// Where the value comes from, and how long it stays.
  var words: String {
    switch self {
    case .handOff(let handOff): handOff.words
    case .generated(let secret): "\(secret.secret) data[\"\(secret.key)\"], made once and kept"
    case .credential(let credential): "bucket credentials: \(credential.rawValue)"
    case .certificate(let certificate, let part):
      "\(certificate.secret) data[\"\(part.rawValue)\"], made once and renewed"
    }
  }
}

extension HandOff {
  /// Cluster, object and field that produce the value.
  var words: String {
    switch field {
    case .boundToken(let secret, _): "\(producer) token bound to Secret \(secret)"
    case .boundTokenExpiry(let secret, _):
      "\(producer) expiry of the token bound to Secret \(secret)"
    case .admittedHost, .loadBalancerHost, .data, .text, .uid: description
    }
  }
}
