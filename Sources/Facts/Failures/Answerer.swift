/// Who gave an answer, as far as the answer tells: where it is none of an API server's, a person wants to
/// know whom to ask.
package struct Answerer: Hashable, Sendable {
  /// What was asked, without user, password and query.
  package let url: String
  /// What the answer says of the program that gave it (`Server`), as `nginx`.
  package let program: String?
  /// Where it leads (`Location`), without user, password and query: login pages stand behind such.
  package let location: String?

  package init(url: String, program: String? = nil, location: String? = nil) {
    self.url = url
    self.program = program
    self.location = location
  }
}

extension Answerer {
  /// How an answer begins that is not what was asked for: its first line that says anything, up to 200
  /// characters; nil where none does.
  package static func beginning(of body: [UInt8]) -> String? {
    let text = String(decoding: body.prefix(512), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline)
    return lines.first { !$0.allSatisfy(\.isWhitespace) }.map { String($0.prefix(200)) }
  }
}
