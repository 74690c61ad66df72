import Diagnostics
import Testing
import Text

@Suite struct WordsTests {
  @Test func `counts and lists read as sentences`() {
    #expect(Count(1, "problem").description == "1 problem")
    #expect(Count(2, "entry", many: "entries").description == "2 entries")
    #expect(Sentence.or(["a", "b", "c"]) == "`a`, `b` or `c`")
    #expect(Sentence.and(["a"]) == "`a`")
  }

  @Test func `the nearest word is suggested and a far one is not`() {
    #expect(Suggestion.nearest(to: "contxt", among: ["name", "context"]) == "context")
    #expect(Suggestion.nearest(to: "naem", among: ["name"]) == "name")
    #expect(Suggestion.nearest(to: "foo", among: ["name", "context"]) == nil)
  }
}
