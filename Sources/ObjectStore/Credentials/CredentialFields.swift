/// The parts of a key pair as a source has them, which may be some or none.
struct CredentialFields {
  private let accessKeyID: String?
  private let secretAccessKey: String?
  private let sessionToken: String?

  init(environment: [String: String]) {
    self.init { environment[$0.uppercased()] }
  }

  /// Of a file with `[section]` lines and `key = value` lines.
  init(section: String, of text: String) {
    var current = ""
    var values: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline).map(Self.trimmed) {
      if line.hasPrefix("["), line.hasSuffix("]") {
        current = Self.trimmed(line.dropFirst().dropLast())
      } else if current == section, !line.hasPrefix("#"), !line.hasPrefix(";"),
        let equals = line.firstIndex(of: "=")
      {
        values[Self.trimmed(line[..<equals]).lowercased()] =
          Self.trimmed(line[line.index(after: equals)...])
      }
    }
    self.init { values[$0] }
  }

  private init(_ value: (String) -> String?) {
    func present(_ name: String) -> String? { value(name).flatMap { $0.isEmpty ? nil : $0 } }
    accessKeyID = present("aws_access_key_id")
    secretAccessKey = present("aws_secret_access_key")
    sessionToken = present("aws_session_token")
  }

  /// nil where there is nothing; half a pair is an error, for another source's half never fits.
  func credentials(place: String) throws(CredentialSourceError) -> S3Credentials? {
    switch (accessKeyID, secretAccessKey) {
    case (let id?, let key?):
      return S3Credentials(accessKeyID: id, secretAccessKey: key, sessionToken: sessionToken)
    case (nil, nil): return nil
    case (_?, nil): throw .incomplete(place: place, missing: "aws_secret_access_key")
    case (nil, _?): throw .incomplete(place: place, missing: "aws_access_key_id")
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    guard let start = text.firstIndex(where: { !$0.isWhitespace }),
      let end = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[start...end])
  }
}
