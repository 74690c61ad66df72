import FoundationEssentials
import Testing
import Text

@Suite struct Base64Tests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("grüße", "Z3LDvMOfZQ=="),
  ])
  func `it is that of RFC 4648`(text: String, encoded: String) {
    #expect(text.base64 == encoded)
    #expect(Base64.bytes(of: encoded) == Array(text.utf8))
    #expect(Base64.string(of: encoded) == text)
  }

  @Test func `any bytes come back, in both alphabets, and Foundation writes the same`() {
    for count in 0..<260 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ count) }
      #expect(Base64.text(of: bytes) == Data(bytes).base64EncodedString())
      #expect(Base64.bytes(of: Base64.text(of: bytes)) == bytes)
      #expect(Base64.bytes(ofURLText: Base64.urlText(of: bytes)) == bytes)
    }
  }

  @Test func `the alphabet of URLs has neither plus nor slash nor padding`() {
    #expect(Base64.text(of: [0xFB, 0xFF]) == "+/8=")
    #expect(Base64.urlText(of: [0xFB, 0xFF]) == "-_8")
    #expect(Base64.bytes(ofURLText: "+/8") == nil)
    #expect(Base64.bytes(of: "-_8=") == nil)
  }

  @Test func `ends of line are passed over, as Go does`() {
    #expect(Base64.string(of: "Zm9v\r\nYmFy\n") == "foobar")
  }

  @Test(arguments: [
    "Z", "Zg", "Zg=", "Zg===", "Z===", "====", "Zm 9v", "Zm9v=", "Zg==Zg==", "=Zg=",
  ])
  func `what is no base64 is not guessed at`(text: String) {
    #expect(Base64.bytes(of: text) == nil)
  }

  @Test func `bytes that are no UTF-8 are no text`() {
    #expect(Base64.string(of: "/w==") == nil)
  }
}
