import JSON
import Testing

@Suite struct JSONTests {
  private func reason(_ text: String, depth: Int = 512) -> JSONError.Reason? {
    do throws(JSONError) {
      _ = try JSON(parsing: text, maximumDepth: depth)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func `two spellings of one character are two keys and two values`() throws {
    let read = try JSON(parsing: #"{"\u00e9":1,"e\u0301":2}"#)
    #expect(read.objectValue?.count == 2)
    #expect(JSON.string("\u{e9}") != JSON.string("e\u{301}"))
  }

  @Test func `a number beyond the range of numbers is refused`() {
    #expect(throws: JSONError.self) { try JSON(parsing: "1e400") }
  }

  @Test func `what is written is read back in the same order`() throws {
    let value: JSON = [
      "z": [1, -2.5, true, .null, "a\"\\\n\u{1}ü😀"], "a": [:], "n": [[], .integer(.max)],
    ]
    for layout in [JSONLayout.compact, .pretty] {
      let read = try JSON(parsing: value.text(layout))
      #expect(read == value)
      #expect(read.objectValue?.keys == ["z", "a", "n"])
    }
  }

  @Test func `escapes are decoded`() throws {
    #expect(try JSON(parsing: #""\u00e4\ud83d\ude00\ud83d\/\t""#) == "ä😀\u{FFFD}/\t")
  }

  @Test func `what is no JSON is refused`() {
    #expect(reason("") == .unexpectedEnd)
    #expect(reason("[1,]") == .unexpectedCharacter(UInt8(ascii: "]")))
    #expect(reason("{} x") == .trailingText)
    #expect(reason("\"\u{1}\"") == .controlCharacter)
    #expect(reason(#""\x""#) == .invalidEscape)
    #expect(reason("1.") == .invalidNumber)
    #expect(reason("[[[]]]", depth: 2) == .tooDeep(limit: 2))
    #expect(reason(String(repeating: "[", count: 100_000)) == .tooDeep(limit: 512))
  }

  @Test func `objects are equal in any order and keep places past the scan limit`() {
    let pairs = (0..<40).map { ("k\($0)", JSON.integer($0)) }
    var object = JSONObject(pairs)
    #expect(object == JSONObject(pairs.reversed()))
    object["k3"] = nil
    #expect(object.count == 39)
    #expect(object["k39"] == 39)
    #expect(object["k3"] == nil)
  }

  @Test func `paths lead to parts and set them`() {
    let value: JSON = ["a": [["name": "x", "v": 1]]]
    let path = FieldPath(keys: "a") / .element(key: "name", value: "x") / "v"
    #expect(path.description == "a[name=x].v")
    #expect(value[path] == 1)
    #expect(value.setting(path, to: 2)[path] == 2)
    #expect((FieldPath() / "b.c/d").description == "[\"b.c/d\"]")
  }
}
