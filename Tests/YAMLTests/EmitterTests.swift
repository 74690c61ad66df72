import JSON
import Testing
import YAML

@Suite struct EmitterTests {
  @Test func `objects and lists stand as kubectl prints them`() {
    let value: JSON = [
      "kind": "List", "empty": [:], "none": [], "flag": true,
      "items": [["name": "a", "ports": [1, 2]], "--x=1", ["nested"]],
      "script": "a\n  b\n",
    ]
    let text = """
      kind: List
      empty: {}
      none: []
      flag: true
      items:
      - name: a
        ports:
        - 1
        - 2
      - --x=1
      - - nested
      script: |
        a
          b

      """
    #expect(YAML.text(value) == text)
  }

  @Test(arguments: [
    ("yes", "\"yes\""), ("12:30", "\"12:30\""), ("1e3", "\"1e3\""), ("", "\"\""),
    ("10.0.0.1", "10.0.0.1"), ("10Gi", "10Gi"), ("a: b", "'a: b'"), ("a:b", "a:b"),
    ("it's #1", "'it''s #1'"), ("{a}", "'{a}'"), ("2024-01-01", "\"2024-01-01\""),
    ("\u{1B}[31m", "\"\\x1B[31m\""), ("0644", "\"0644\""),
    ("--log.level=info", "--log.level=info"),
  ])
  func `strings are quoted only where they would be misread`(text: String, expected: String) {
    #expect(YAML.text(.string(text)) == expected + "\n")
  }

  @Test(arguments: Awkward.strings)
  func `what is written is read back`(text: String) throws {
    let string = JSON.string(text)
    for value: JSON in [string, ["k": string], ["l": [[string], string]]] {
      let written = YAML.text(value)
      #expect(try YAML.document(Array(written.utf8), file: "a.yaml")?.json == value, "\(written)")
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `whole documents of nasty texts are read back`(seed: UInt64) throws {
    var texts = NastyTexts(seed: seed)
    for _ in 0..<1500 {
      let value = texts.value()
      let written = YAML.text(value)
      let read = try YAML.document(Array(written.utf8), file: "a.yaml")?.json
      #expect(value.isWrittenLike(read), "seed \(seed): \(written)")
    }
  }

  @Test func `a key that is longer than readers look for a colon is said to be one`() {
    let long = String(repeating: "x", count: 1025)
    let value = JSON.object(JSONObject([(long, JSON.array(["a"]))]))
    #expect(YAML.text(["k": value]) == "k:\n  ? \(long)\n  :\n  - a\n")
    #expect(
      YAML.text([.object(JSONObject([(String(long.dropLast()), JSON.string("a"))]))]).hasSuffix(
        "x: a\n"
      )
    )
  }

  @Test(arguments: Awkward.strings)
  func `keys are read back`(text: String) throws {
    let value = JSON.object(JSONObject([(text, JSON.integer(1))]))
    #expect(try YAML.document(Array(YAML.text(value).utf8), file: "a.yaml")?.json == value)
  }
}

private enum Awkward {
  static let pieces = [
    "", " ", "a", "\n", "\n\n", "\t", ":", ": ", "#", " #", "-", "- ", "'", "\"", "\\", "0", "1e3",
    "{", "]", "~", "yes", "|", "\u{85}", "\u{2028}", "\u{FEFF}", "\r", "ä", "😀", "---", "...", "=",
  ]

  /// Every piece and every pair of pieces, and some of three.
  static let strings: [String] =
    pieces + pieces.flatMap { first in pieces.map { first + $0 } }
    + pieces.flatMap { middle in ["a\n\(middle)\nb\n", "\(middle)\na", "a\n\(middle)"] }
    + [
      "<<", "0x1F", "-.5", "1_000", "+1", ".inf", "null", "2001-12-14t21:59:43.10-05:00",
      "190:20:30",
    ]
}
