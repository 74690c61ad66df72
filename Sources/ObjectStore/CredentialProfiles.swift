/// The shared AWS credentials file: `[name]` sections of `key = value` lines.
struct CredentialProfiles {
  private let path: String
  private var sections: [String: [String: String]] = [:]

  /// Comments, and lines that are neither section nor setting, are passed over as AWS's tools do.
  init(_ text: String, path: String) {
    self.path = path
    var current: String?
    for line in text.split(whereSeparator: \.isNewline).map({ $0.trimmed }) {
      if line.hasPrefix("["), line.hasSuffix("]") {
        let name = String(line.dropFirst().dropLast()).trimmed
        current = name
        sections[name, default: [:]] = sections[name] ?? [:]
      } else if let current, !"#;".contains(line.first ?? "#"),
        let equals = line.firstIndex(of: "=")
      {
        let key = line[..<equals].trimmed
        sections[current, default: [:]][key] = line[line.index(after: equals)...].trimmed
      }
    }
  }

  var onlyName: String? { sections.count == 1 ? sections.keys.first : nil }

  func credentials(of name: String) throws(CredentialLookupError) -> S3Credentials {
    guard let profile = sections[name] else {
      throw .noSuchProfile(name, path: path, known: sections.keys.sorted())
    }
    return S3Credentials(
      accessKeyID: try value("aws_access_key_id", of: name, profile),
      secretAccessKey: try value("aws_secret_access_key", of: name, profile),
      sessionToken: profile["aws_session_token"],
    )
  }

  private func value(
    _ key: String,
    of name: String,
    _ profile: [String: String],
  ) throws(CredentialLookupError) -> String {
    guard let value = profile[key], !value.isEmpty else {
      throw .incompleteProfile(name, path: path, missing: key)
    }
    return value
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    let start = drop { $0.isWhitespace }
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
