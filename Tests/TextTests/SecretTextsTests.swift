import Foundation
import Testing

@testable import Text

struct SecretTextsTests {
  private let secret = "p4ss/word+with \"quotes\" & <ends>\n"

  @Test func `a secret is hidden in every form in which somebody may quote it`() throws {
    let data = Data(secret.utf8)
    let json = try #require(String(data: JSONEncoder().encode(secret), encoding: .utf8))
    let forms = [
      secret, json, try #require(String(data: JSONEncoder().encode(json), encoding: .utf8)),
      #""p4ss/word+with \"quotes\" \u0026 \u003cends\u003e\n""#,
      data.base64EncodedString(),
      try #require(secret.addingPercentEncoding(withAllowedCharacters: .urlUnreserved)),
      try #require(secret.addingPercentEncoding(withAllowedCharacters: .urlUnreserved))
        .replacing("%2F", with: "%2f").replacing("%2B", with: "%2b").replacing("%3C", with: "%3c")
        .replacing("%3E", with: "%3e").replacing("%0A", with: "%0a").replacing("%20", with: "+"),
      data.map { String(format: "%02x", $0) }.joined(),
      data.map { String(format: "%02X", $0) }.joined(),
      "p4ss/word+with &quot;quotes&quot; &amp; &lt;ends&gt;\n",
    ]
    let texts = SecretTexts([secret])
    for form in forms {
      let shown = texts.redact("before \(form) behind")
      #expect(shown.contains(SecretTexts.mark), "\(form)")
      #expect(!shown.contains("p4ss") && !shown.contains("word"), "\(shown)")
    }
  }

  @Test(arguments: 0..<9)
  func `in base64 a secret is hidden within something longer`(before: Int) {
    let around = Array(repeating: UInt8(ascii: "x"), count: before)
    let encoded = Data(around + Array(secret.utf8) + around).base64EncodedString()
    let shown = SecretTexts([secret]).redact(encoded)
    // At its ends are digits that belong to a neighbour as well.
    #expect(shown.contains(SecretTexts.mark))
    #expect(shown.count < SecretTexts.mark.count + 2 * (before / 3 * 4 + 6))
  }

  /// A Secret's values are in base64, and somebody quotes the whole request in whatever way.
  @Test(arguments: 0..<3)
  func `a secret is found in whatever is quoted of what quotes it`(before: Int) throws {
    let key = "canary+key/0123456789abcdefABCDEF"
    let around = String(repeating: "x", count: before)
    let inner = Data("\(around)\(key)\(around)".utf8).base64EncodedString()
    let request = #"{"kind":"Secret","data":{"k":"\#(inner)"},\#(around)}"#
    let data = Data(request.utf8)
    let json = try #require(String(data: JSONEncoder().encode(request), encoding: .utf8))
    let address = try #require(request.addingPercentEncoding(withAllowedCharacters: .urlUnreserved))
    let quoted = [
      json, address, data.base64EncodedString(), data.map { String(format: "%02x", $0) }.joined(),
      Data(json.utf8).base64EncodedString(), Data(address.utf8).base64EncodedString(),
      data.base64EncodedString().map { $0 == "+" ? "%2B" : $0 == "/" ? "\\/" : "\($0)" }.joined(),
      #"{\u0022k\u0022:\u0022\#(inner.replacing("=", with: "\\u003d"))"#,
      "&#123;&quot;\(inner.replacing("=", with: "&#x3D;"))&quot;",
    ]
    for text in quoted {
      let shown = SecretTexts([key]).redact(text)
      #expect(shown.contains(SecretTexts.mark), "\(text)")
      #expect(shown.count < text.count - inner.count / 2 + 11, "\(text): \(shown)")
    }
  }

  @Test func `control characters that were made visible hide nothing`() {
    #expect(
      SecretTexts(["tab\tand\u{7}bell"]).redact(#"<tab\u{9}and\u{7}bell>"#) == "<(sensitive)>"
    )
  }

  @Test func `the first part of a key is hidden where somebody has cut it`() {
    let texts = SecretTexts([
      "canary+key/0123456789abcdefABCDEF", "https://hooks.example.com/abc/def",
    ])
    #expect(texts.redact("no: canary+key/0123456…") == "no: (sensitive)…")
    #expect(texts.redact("canary+key/01") == "canary+key/01")
    // It is another word, or one that does not stand for itself.
    #expect(texts.redact("canary+key/0123456x") == "canary+key/0123456x")
    #expect(texts.redact("https://hooks.example.com/") == "https://hooks.example.com/")
  }

  /// Swift takes the two for equal.
  @Test func `a secret is its bytes`() {
    let texts = SecretTexts(["p\u{E9}-password", "pe\u{301}-password"])
    #expect(texts.redact("<p\u{E9}-password>") == "<(sensitive)>")
    #expect(texts.redact("<pe\u{301}-password>") == "<(sensitive)>")
  }

  @Test func `what a hostile server says is gone through, however it nests`() {
    let texts = SecretTexts(["canary+key/0123456789"])
    for text in ["\\", "%25", "&amp;", "YWFh", "616161", "\\u{", "&#", "+"] {
      let long = String(repeating: text, count: 3_000)
      #expect(texts.redact(long) == long)
    }
  }

  @Test func `of secrets that hold or overlap each other nothing is left`() {
    let texts = SecretTexts(["abcdefghij", "abcdefghijklmnop", "ghijklmnopqrst"])
    #expect(texts.redact("<abcdefghij>") == "<(sensitive)>")
    #expect(texts.redact("<abcdefghijklmnop>") == "<(sensitive)>")
    #expect(texts.redact("<abcdefghijklmnopqrst>") == "<(sensitive)>")
    #expect(texts.redact("abcdefghijk, abcdefghij") == "(sensitive)k, (sensitive)")
  }

  @Test func `a mark behind a secret does not save it`() {
    let texts = SecretTexts(["abcdefghij"])
    // To Swift, "j" and the accent are one character, which the secret does not end with.
    #expect(texts.redact("abcdefghij\u{301}") == "(sensitive)\u{301}")
  }

  @Test func `every line of a private key is one, and its frame is none`() {
    let key =
      "-----BEGIN PRIVATE KEY-----\nMIGHAgEAMBMGByqG\nSM49AgEGCCqGSM49\n-----END PRIVATE KEY-----\n"
    let texts = SecretTexts([key])
    #expect(texts.redact("line 2: SM49AgEGCCqGSM49") == "line 2: (sensitive)")
    #expect(texts.redact("-----BEGIN PRIVATE KEY-----") == "-----BEGIN PRIVATE KEY-----")
    #expect(texts.redact(key.replacing("\n", with: "\r\n")).contains("MIGH") == false)
  }

  @Test func `short texts are words that occur by chance`() {
    #expect(SecretTexts(["admin", "secret7"]).redact("admin secret7") == "admin secret7")
  }

  @Test func `what becomes known while a run lasts is hidden from then on`() {
    let known = KnownSecrets()
    #expect(known.redact("minted-token") == "minted-token")
    known.insert(["minted-token"])
    #expect(known.redact("a minted-token") == "a (sensitive)")
  }
}

extension CharacterSet {
  /// What RFC 3986 lets stand.
  fileprivate static let urlUnreserved = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
  )
}
