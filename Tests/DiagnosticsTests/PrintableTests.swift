import Diagnostics
import Testing

/// Text from elsewhere, as it is printed.
struct PrintableTests {
  @Test func `in JSON, what steers a terminal is written as JSON writes it`() {
    let text = "{\n  \"a\": \"x\u{9B}1m\u{202E}\u{7F}\u{E0041}é\"\n}"
    #expect(
      Printable.json(text)
        == "{\n  \"a\": \"x\\u009b1m\\u202e\\u007f\\udb40\\udc41é\"\n}"
    )
  }

  @Test func `in words, it is named by its number`() {
    #expect(Printable.text("a\u{1B}[31m\u{2028}b\n") == "a\\u{1b}[31m\\u{2028}b\n")
  }
}
