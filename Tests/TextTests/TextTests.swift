import Testing
import Text

@Suite struct TextTests {
  @Test(arguments: [
    ("", ""), (" \t\r\n ", ""), ("a", "a"), ("  a b\n", "a b"), ("\u{a0}a\u{2003}", "a"),
    (" \u{301}a", "\u{301}a"), ("a \u{301}\n", "a \u{301}"),
  ])
  func `white space around a text goes, inside it stays`(text: String, expected: String) {
    #expect(text.trimmed == expected)
    #expect("x\(text)x".dropFirst().dropLast().trimmed == expected)
  }

  @Test(arguments: [
    ("", "", true), ("a", "", true), ("", "a", false), ("aab", "ab", true), ("aaa", "ab", false),
    ("-----BEGIN", "---B", true), ("a", "ab", false), (" \u{301}", " ", true),
  ])
  func `a text is found by its bytes`(text: String, part: String, isThere: Bool) {
    #expect(text.holds(part) == isThere)
  }

  @Test func `a base of addresses ends without a slash`() {
    #expect("https://a:6443//".withoutTrailingSlashes == "https://a:6443")
    #expect("https://a:6443/b".withoutTrailingSlashes == "https://a:6443/b")
    #expect("/".withoutTrailingSlashes == "")
  }

  @Test(arguments: [
    ("", "abc", 3), ("name", "name", 0), ("contxt", "context", 1), ("naem", "name", 1),
    ("Hub", "hub", 0), ("kitten", "sitting", 3), ("ca", "abc", 3),
  ])
  func `the distance counts what one mistypes`(left: String, right: String, distance: Int) {
    #expect(editDistance(left, right) == distance)
    #expect(editDistance(right, left) == distance)
  }

  @Test func `percent-encoding keeps what RFC 3986 leaves unreserved`() {
    #expect(PercentEncoding.strict("aZ09-._~") == "aZ09-._~")
    #expect(PercentEncoding.strict("a/b c+é:\n") == "a%2Fb%20c%2B%C3%A9%3A%0A")
    #expect(PercentEncoding.path("/a/b c") == "/a/b%20c")
  }

  @Test func `a form's text is read back, and a broken one is none`() {
    #expect(PercentEncoding.decode("a%2Fb+c%C3%A9") == "a/b cé")
    let text = "%/+ é\u{1}\u{10FFFF}"
    #expect(PercentEncoding.decode(PercentEncoding.strict(text)) == text)
    for broken in ["%", "%4", "%4g", "%ff"] { #expect(PercentEncoding.decode(broken) == nil) }
  }
}
