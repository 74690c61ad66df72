internal import Text

extension HTTPRequest {
  /// What of it shows who asks: a server that quotes the request quotes them, too.
  var secrets: [String] {
    let key = tls.identity.map { String(decoding: $0.key, as: UTF8.self) }
    return headers.flatMap(\.secrets) + (key.map { [$0] } ?? [])
  }
}

extension HTTPHeader {
  /// Tokens that are sent as they are.
  ///
  /// A signature (AWS' scheme) is none: it is good once.
  private static let tokens: Set<String> = ["x-amz-security-token", "x-aws-ec2-metadata-token"]

  fileprivate var secrets: [String] {
    let name = self.name.lowercased()
    if Self.tokens.contains(name) { return [value] }
    // By scalars: to Swift a space with an accent behind it is another character.
    let scalars = value.unicodeScalars
    guard name == "authorization", let space = scalars.firstIndex(of: " ") else { return [] }
    let proof = String(scalars[scalars.index(after: space)...])
    switch value[..<space].lowercased() {
    case "bearer": return [proof]
    case "basic": return [proof] + (Base64.string(of: proof).map(Self.login) ?? [])
    default: return []
    }
  }

  /// A login (RFC 7617), and its password alone.
  private static func login(_ text: String) -> [String] {
    [text] + text.unicodeScalars.split(separator: ":", maxSplits: 1).dropFirst().map { String($0) }
  }
}
