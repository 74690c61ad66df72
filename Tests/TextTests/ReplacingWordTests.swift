import Testing
import Text

/// A word is replaced where it stands alone, and nowhere within another.
@Suite struct ReplacingWordTests {
  @Test(arguments: [
    ("eu-1", "eu-1", "X"), ("eu-1-token", "eu-1", "X-token"), ("eu-11", "eu-1", "eu-11"),
    ("(eu-1), eu-1", "eu-1", "(X), X"), ("neu-1", "eu-1", "neu-1"), ("", "eu-1", ""),
    ("eu-1", "", "eu-1"), ("aaa", "a", "aaa"), ("a.a.a", "a", "X.X.X"), ("aa a", "a", "aa X"),
  ])
  func `only whole words`(_ text: String, _ word: String, _ expected: String) {
    #expect(text.replacing(word: word, with: "X") == expected)
  }
}
