import Facts
import JSON
import Testing
import YAML

@Suite struct ComposerTests {
  private func read(_ text: String) throws(YAMLError) -> Node? {
    try YAML.document(Array(text.utf8), file: "a.yaml")
  }

  private func reason(_ bytes: [UInt8]) -> YAMLError.Reason? {
    do throws(YAMLError) {
      _ = try YAML.document(bytes, file: "a.yaml")
      return nil
    } catch {
      return error.reason
    }
  }

  private func reason(_ text: String) -> YAMLError.Reason? { reason(Array(text.utf8)) }

  @Test func `nodes remember where they stood`() throws {
    let node = try #require(try read("a:\n  bc: [x, yz]\n"))
    let pair = try #require(node["a"]?.pairs?.first)
    #expect(pair.keyMark == SourceMark(file: "a.yaml", line: 2, column: 3, width: 2))
    #expect(
      pair.value.elements?.last?.mark == SourceMark(file: "a.yaml", line: 2, column: 11, width: 2)
    )
  }

  @Test func `columns count characters and not bytes`() throws {
    #expect(try read("ä: ü")?["ä"]?.mark.column == 4)
  }

  @Test func `aliases stand for the value of their anchor`() throws {
    #expect(try read("a: &x {b: 1}\nc: *x")?.json == ["a": ["b": 1], "c": ["b": 1]])
  }

  @Test func `literal and folded text keep their line breaks`() throws {
    #expect(try read("a: |\n  x\n  y\nb: >-\n  x\n  y")?.json == ["a": "x\ny\n", "b": "x y"])
  }

  @Test func `duplicate keys are kept and the last one wins`() throws {
    let node = try #require(try read("a: 1\na: 2"))
    #expect(node.pairs?.count == 2)
    #expect(node.json == ["a": 2])
  }

  @Test func `levels count through aliases too`() {
    var text = "a0: &a0 [[[x]]]\n"
    for level in 1...40 { text += "a\(level): &a\(level) [[[*a\(level - 1)]]]\n" }
    #expect(reason(text) == .tooDeep(limit: 100))
  }

  @Test func `an alias bomb ends in an error`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(reason(text) == .tooManyAliased(limit: 100_000))
  }

  @Test(arguments: ["[", "- ", "{a: ", "? "])
  func `ten thousand levels end in an error`(level: String) {
    #expect(reason(String(repeating: level, count: 10_000)) == .tooDeep(limit: 100))
  }

  @Test func `a hundred levels are read`() throws {
    let text = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(try read(text) != nil)
  }

  @Test func `what is no text is refused`() {
    #expect(reason([0x61, 0xFF]) == .notUTF8)
    #expect(reason([0x61, 0x3A, 0x20, 0x00]) == .controlCharacter(0))
  }

  @Test func `what is not supported is refused by name`() {
    #expect(reason("a: &x 1\nc: {<<: *x}") == .mergeKey)
    #expect(reason("a: &x {b: 1}\nc: {<<: [*x, 2]}") == .mergeKey)
    #expect(reason("a: !!binary aGk=") == .unknownTag("tag:yaml.org,2002:binary"))
    #expect(reason("[a]: b") == .keyNotScalar)
    #expect(reason("a: *x") == .unknownAlias("x"))
    #expect(reason("&x [*x]") == .aliasInsideItself("x"))
    #expect(reason("a: 1\n---\nb: 2") == .severalDocuments)
  }

  @Test func `a merge key in quotes is a key like any other`() throws {
    #expect(try read("'<<': 1\n!!str <<: 2")?.pairs?.map(\.key) == ["<<", "<<"])
    #expect(reason("&a <<: 1") == .mergeKey)
  }

  @Test func `a merge key adds what a mapping does not have itself`() throws {
    let text = """
      one: &one {a: 1, b: 1, c: 1}
      two: &two {<<: *one, b: 2, d: 2}
      before: {b: 3, <<: *one}
      behind: {<<: *one, b: 3}
      both: {<<: [*two, *one], e: 5}
      """
    let json = try #require(try read(text)?.json)
    #expect(json["two"] == ["b": 2, "d": 2, "a": 1, "c": 1])
    #expect(json["before"] == ["b": 3, "a": 1, "c": 1])
    #expect(json["behind"] == ["b": 3, "a": 1, "c": 1])
    #expect(json["both"] == ["e": 5, "b": 2, "d": 2, "a": 1, "c": 1])
    #expect(try read("a: &x {b: 1}\nc: {<<: *x}")?["c"]?.pairs?.first?.keyMark.line == 1)
  }

  @Test func `merged mappings count as much as written ones`() {
    var text = "a0: &a0 {k: 1}\n"
    for level in 1...20 {
      text += "a\(level): &a\(level) {<<: *a\(level - 1), x\(level): *a\(level - 1)}\n"
    }
    #expect(reason(text) == .tooManyAliased(limit: 100_000))
  }

  @Test func `a separator at the end begins nothing`() throws {
    for text in ["a: 1\n---\n", "---\na: 1\n---\n# nothing\n", "---\n---\na: 1\n"] {
      #expect(try YAML.document(Array(text.utf8), file: "a.yaml")?.json == ["a": 1], "\(text)")
    }
    #expect(reason("a: 1\n---\nnull") == .severalDocuments)
    let first = try YAML.firstDocument(Array("a: 1\n---\nb: [".utf8), file: "a.yaml")
    #expect(first?.json == ["a": 1])
  }

  @Test func `bad syntax has libyaml's words and place`() {
    let error = #expect(throws: YAMLError.self) { try read("a: 1\nb: ]\n") }
    #expect(error?.mark.line == 2)
    #expect(error?.code == .syntax)
  }

  @Test func `an empty text has no document and several may be read`() throws {
    #expect(try read("# nothing\n") == nil)
    let all = try YAML.documents(Array("a: 1\n---\nb: 2\n".utf8), file: "a.yaml")
    #expect(all.map(\.json) == [["a": 1], ["b": 2]])
  }
}
