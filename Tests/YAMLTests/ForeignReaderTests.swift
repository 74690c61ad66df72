import JSON
import TestSupport
import Testing
import YAML

/// What the emitter writes, read by readers that share nothing with it.
@Suite(.waitsForPrograms) struct ForeignReaderTests {
  /// PyYAML's reader in Python reads YAML 1.1, with its dates, sexagesimals, `=` and `<<`.
  @Test(.enabled(if: Tool.path("python") != nil), arguments: 1...4 as ClosedRange<UInt64>)
  func `a reader of YAML 1.1 reads what was written`(seed: UInt64) throws {
    var texts = NastyTexts(seed: seed)
    let values = (0..<1500).map { _ in texts.value() }
    let written = JSON.array(values.map { .string(YAML.text($0)) })
    let output = try Tool.output(
      of: "python",
      ["-c", Self.reader],
      input: written.text(),
      environment: ["PYTHONUTF8": "1"],
    )
    let read = try #require(try JSON(parsing: String(decoding: output, as: UTF8.self)).arrayValue)
    try #require(read.count == values.count)
    for (value, read) in zip(values, read) where !value.isWrittenLike(read) {
      Issue.record("seed \(seed), written:\n\(YAML.text(value))\nread: \(read.text())")
    }
  }

  /// kubectl reads with Go's reader, which is of YAML 1.1 in its numbers, too.
  @Test(.enabled(if: Tool.path("kubectl") != nil), arguments: 1...4 as ClosedRange<UInt64>)
  func `kubectl reads what was written`(seed: UInt64) throws {
    var texts = NastyTexts(seed: seed)
    let data = JSONObject((0..<1000).map { ("k\($0)", .string(texts.next())) })
    // The number keeps one key from standing twice, which kubectl refuses.
    let keys = JSONObject((0..<1000).map { ("\(texts.next())\($0)", .string("QQ==")) })
    let read = try kubectl([
      "apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "a"], "data": .object(data),
      "binaryData": .object(keys),
    ])
    for (part, members) in [("data", data), ("binaryData", keys)] {
      for member in members where !member.value.isWrittenLike(read[part]?[member.key]) {
        Issue.record(
          "seed \(seed), written: \(YAML.text(.object(JSONObject([(member.key, member.value)]))))"
        )
      }
    }
  }

  @Test(
    .enabled(if: Tool.path("kubectl") != nil),
    arguments: [
      "\tfirst: tab\nsecond", "\n\tafter an empty line", "0X1F", "-_1", "0_x1F", "+0B_11", "0O17",
      "a: \u{301}", "it'\u{301}s: so", " \u{301}\nb", "= ", "<<", "1_000.5", "1e5_",
    ],
  )
  func `kubectl reads as text what Go's numbers and graphemes might hide`(text: String) throws {
    let read = try kubectl([
      "apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "a"],
      "data": ["k": .string(text)],
    ])
    #expect(JSON.string(text).isWrittenLike(read["data"]?["k"]))
  }

  /// kubectl as a reader alone: it asks no server, and adds an annotation.
  private func kubectl(_ manifest: JSON) throws -> JSON {
    let output = try Tool.output(
      of: "kubectl",
      ["annotate", "--local", "--filename", "-", "--output", "json", "x=y"],
      input: YAML.text(manifest),
      environment: ["KUBECONFIG": "/dev/null"],
    )
    return try JSON(parsing: String(decoding: output, as: UTF8.self))
  }

  /// Reads a list of YAML texts and writes the list of their values; what JSON does not have, and a
  /// key that is no text, stands there as its name in Python.
  private static let reader = """
    import json, sys, yaml
    def plain(value):
        if isinstance(value, dict):
            return {k if isinstance(k, str) else f"no text: {k!r}": plain(v) for k, v in value.items()}
        if isinstance(value, list):
            return [plain(element) for element in value]
        return value if value is None or isinstance(value, (str, bool, int, float)) else f"no JSON: {value!r}"
    def read(text):
        try:
            return plain(yaml.load(text, yaml.SafeLoader))
        except Exception as error:
            return f"error: {error}"
    json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
    """
}
