import Testing

@testable import JSON

/// What alike documents have in common is read and kept once, and means what it says.
struct CommonValuesTests {
  private func common() -> CommonValues { CommonValues(under: ["fields"]) }

  @Test(arguments: [
    #"{"fields":{"f:a":{},"b":[1,2]},"other":{"fields":{"f:a":{},"b":[1,2]}}}"#,
    #"{"fields": {"quote\"}":"}{\\","k":"\u007d"}, "fields" : {} }"#,
    #"{"fields":[{"fields":{"x":{"fields":{"y":1}}}}],"fields":"{}"}"#,
    #"{"fields":{"a":1},"fields":null}"#,
    #"{"fields":[{"a":"]"},[]], "other":{"fields":[{"a":"]"},[]]}}"#,
  ])
  func `a document says the same, read first or again`(text: String) throws {
    let (plain, common) = (try JSON(parsing: text), common())
    for _ in 0..<3 {
      #expect(try JSON(parsing: text.utf8, sharing: common).text() == plain.text())
    }
  }

  @Test(arguments: [
    #"{"fields":[{"a":1}}"#, #"{"fields":[{"a":1]}}"#, #"{"fields":[[1]"#,
    #"{"fields":{"a":1}"#, #"{"fields":{"a":1"#, #"{"fields":{"a":"}"}"#, #"{"fields":{a}}"#,
    #"{"fields":{"a":1}}}"#, #"{"fields":"#, #"{"fields":{"a\"#, #"{"fields"}"#,
  ])
  func `what is no document is refused as it is without`(text: String) throws {
    let common = common()
    _ = try JSON(parsing: #"{"fields":{"a":1}}"#.utf8, sharing: common)
    let refusal = try #require(#expect(throws: JSONError.self) { try JSON(parsing: text) })
    #expect(throws: refusal) { try JSON(parsing: text.utf8, sharing: common) }
  }

  @Test func `a value that has been read is not read again`() throws {
    let common = common()
    let text = #"{"a":{"fields":{"f:spec":{}}}}"#
    _ = try JSON(parsing: text.utf8, sharing: common)
    let value = Array(#"{"f:spec":{}}"#.utf8)
    #expect(common.value(of: value) == ["f:spec": [:]])
    common.keep("taken from there", of: value)
    let read = try JSON(parsing: text.utf8, sharing: common)
    #expect(read["a"]?["fields"] == "taken from there")
  }

  @Test func `a list that has been read is not read again`() throws {
    let common = common()
    let text = #"{"fields":[{"verbs":["get"]}]}"#
    _ = try JSON(parsing: text.utf8, sharing: common)
    common.keep("taken from there", of: Array(#"[{"verbs":["get"]}]"#.utf8))
    #expect(try JSON(parsing: text.utf8, sharing: common)["fields"] == "taken from there")
  }

  @Test func `it does not grow with documents that are not alike`() throws {
    let common = common()
    let long = String(repeating: "x", count: 200_000)
    for number in 0..<10 {
      let text = #"{"fields":{"\#(number)":"\#(long)"}}"#
      #expect(try JSON(parsing: text.utf8, sharing: common)["fields"]?["\(number)"] != nil)
    }
    let kept = (0..<10).filter { common.value(of: Array(#"{"\#($0)":"\#(long)"}"#.utf8)) != nil }
    #expect(kept == [0, 1, 2, 3, 4])
  }

  @Test func `texts keep their bytes`() throws {
    let common = common()
    // Swift takes both for one text.
    let texts = ["caf\u{E9} with a long name", "cafe\u{301} with a long name"]
    for text in texts + texts {
      let read = try JSON(parsing: #"{"\#(text)":"\#(text)"}"#.utf8, sharing: common)
      #expect(read.objectValue?.keys.map { Array($0.utf8) } == [Array(text.utf8)])
      #expect(read[text]?.stringValue.map { Array($0.utf8) } == Array(text.utf8))
    }
  }

  @Test func `of more texts than it has places for each is what it was`() throws {
    let common = common()
    for number in (0..<10_000).map({ "a text of its own, number \($0)" }) {
      #expect(common.text(number).isExactly(number))
    }
  }
}
