import Text

/// What AWS' shared files say of one profile.
struct AWSProfile {
  let name: String
  private let credentials: [String: String]
  private let configuration: [String: String]

  /// The credentials file wins.
  subscript(key: String) -> String? {
    [credentials[key], configuration[key]].compactMap { $0 }.first { !$0.isEmpty }
  }

  /// Of a file with `[section]` lines and `key = value` lines; keys in lower case.
  ///
  /// By scalars, as AWS' tools read it: to Swift an equals sign with an accent behind it is another character.
  static func section(_ name: String, of text: String) -> [String: String] {
    var current = ""
    var values: [String: String] = [:]
    let lines = text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map { Substring($0).trimmed }
    for line in lines {
      if line.hasPrefix("["), line.hasSuffix("]") {
        let words = line.dropFirst().dropLast().split(whereSeparator: \.isWhitespace)
        current = words.joined(separator: " ")
      } else if current == name, !line.hasPrefix("#"), !line.hasPrefix(";"),
        let equals = line.unicodeScalars.firstIndex(of: "=")
      {
        let value = line[line.unicodeScalars.index(after: equals)...].trimmed
        values[line[..<equals].trimmed.lowercased()] = value
      }
    }
    return values
  }

  init(_ name: String, credentials: String, configuration: String) {
    self.name = name
    self.credentials = Self.section(name, of: credentials)
    let section = name == "default" ? name : "profile \(name)"
    self.configuration = Self.section(section, of: configuration)
  }
}

extension CredentialSearch {
  /// A profile that this one names as its source.
  func profile(_ name: String) -> AWSProfile {
    let home = variable("HOME") ?? "~"
    let credentials = variable("AWS_SHARED_CREDENTIALS_FILE") ?? "\(home)/.aws/credentials"
    let configuration = variable("AWS_CONFIG_FILE") ?? "\(home)/.aws/config"
    return AWSProfile(
      name,
      credentials: read(credentials) ?? "",
      configuration: read(configuration) ?? "",
    )
  }
}
