import Objects

extension ValueMarks {
  /// The marks of plans and of rendered objects.
  static let words = ValueMarks(
    sensitive: "(sensitive)",
    unknown: "(known after apply)",
    sensitiveUnknown: "(sensitive, known after apply)",
    pending: { "(known after apply: \($0.words))" },
    certificate: { "(certificate …\($0))" },
    cluster: "CLUSTER",
  )
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
