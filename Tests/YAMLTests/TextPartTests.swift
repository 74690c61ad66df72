import JSON
import Testing

@testable import YAML

/// A part set into a text of somebody else's, and taken out again.
@Suite struct TextPartTests {
  private static let part: JSON = [
    "enableUserWorkload": true,
    "prometheusK8s": ["remoteWrite": [["name": "ours", "url": "https://hub.example.com"]]],
  ]

  /// As editors of other systems write them; the lines that were there stay as they are.
  @Test func `a text with other ends of lines is edited too, or refused by its line`() throws {
    let text =
      "# Ask us.\r\nprometheusK8s:\r\n  retention: 15d # \u{E9}\u{301}\r\nother:\r\n  a: {}\r\n"
    let edited = try edit(text)
    #expect(edited.hasPrefix("# Ask us.\r\nprometheusK8s:\r\n  retention: 15d # \u{E9}\u{301}\r\n"))
    #expect(try YAML.document(Array(edited.utf8), file: "")?.json["enableUserWorkload"] == true)
    #expect(
      try edit("prometheusK8s:\r\n  remoteWrite: [] # none\r\n").contains("remoteWrite: # none\r\n")
    )
    for end in ["\r", "\u{85}", "\u{2028}", "\u{2029}"] {
      let error = #expect(throws: PartFlaw.self) { try edit("a: 1\nb: 2\(end)c: 3\n") }
      #expect(error == .notInLines(line: 2))
    }
  }

  @Test func `columns are counted as YAML counts them`() throws {
    let text = "\"\u{301}x\": {}\nprometheusK8s: {} #\u{301}ours\n"
    #expect(
      try edit(text).hasPrefix("\"\u{301}x\": {}\nprometheusK8s: #\u{301}ours\n  remoteWrite:\n")
    )
  }

  private func edit(_ text: String, _ part: JSON = part, _ record: JSON = [:]) throws -> String {
    try TextPart(part, record: record).edit(text).text
  }

  @Test(arguments: [
    (
      "",
      "enableUserWorkload: true\nprometheusK8s:\n  remoteWrite:\n  - name: ours\n    url: https://hub.example.com\n",
    ),
    (
      "# Ask the platform team.\nprometheusK8s:\n  retention: 15d   # agreed\n  # volumeClaimTemplate: later\n\n# Alerts\nalertmanagerMain:\n  nodeSelector: {a: b}\n",
      """
      # Ask the platform team.
      prometheusK8s:
        retention: 15d   # agreed
        # volumeClaimTemplate: later
        remoteWrite:
        - name: ours
          url: https://hub.example.com

      # Alerts
      alertmanagerMain:
        nodeSelector: {a: b}
      enableUserWorkload: true

      """,
    ),
    (
      "enableUserWorkload: true\nprometheusK8s:\n  remoteWrite:\n    - url: https://a.example.com # theirs\n      # about the queue\n      queueConfig: {capacity: 1}\n    # about nothing\n  retention: 1d\n",
      """
      enableUserWorkload: true
      prometheusK8s:
        remoteWrite:
          - url: https://a.example.com # theirs
            # about the queue
            queueConfig: {capacity: 1}
          # about nothing
          - name: ours
            url: https://hub.example.com
        retention: 1d

      """,
    ),
    (
      "prometheusK8s:\n  remoteWrite:\n  - url: https://a.example.com\n  # how long\n  retention: 1d",
      """
      prometheusK8s:
        remoteWrite:
        - url: https://a.example.com
        - name: ours
          url: https://hub.example.com
        # how long
        retention: 1d
      enableUserWorkload: true
      """,
    ),
    (
      "prometheusK8s: {} # nothing yet\nother:\n",
      "prometheusK8s: # nothing yet\n  remoteWrite:\n  - name: ours\n    url: https://hub.example.com\nother:\nenableUserWorkload: true\n",
    ),
    (
      "prometheusK8s:   # nothing yet\nenableUserWorkload: true\n",
      "prometheusK8s:   # nothing yet\n  remoteWrite:\n  - name: ours\n    url: https://hub.example.com\nenableUserWorkload: true\n",
    ),
    (
      "# only words\n",
      "# only words\nenableUserWorkload: true\nprometheusK8s:\n  remoteWrite:\n  - name: ours\n    url: https://hub.example.com\n",
    ),
    (
      "prometheusK8s:\n  remoteWrite:\n  - name: ours\n    url: https://old.example.com\n  - url: https://a.example.com\nenableUserWorkload: true\n",
      "prometheusK8s:\n  remoteWrite:\n  - name: ours\n    url: https://hub.example.com\n  - url: https://a.example.com\nenableUserWorkload: true\n",
    ),
  ])
  func `only the lines that must change do`(before: String, after: String) throws {
    #expect(try edit(before) == after)
    // What is there already is left alone.
    #expect(try edit(after) == after)
  }

  @Test(arguments: [
    "a: 1\n", "a: 1", "# c\na:\n  # d\n  b: |\n    # text\n\n    text\n\n# e\n",
    "prometheusK8s:\n  retention: 1d\n",
    "prometheusK8s:\n  remoteWrite:\n  - url: a\n  # b\n\nc: d\n",
    "prometheusK8s:\n    remoteWrite:\n        - url: a\n          x:\n          - y\n", "",
    "enableUserWorkload: true\n", "# nothing\n",
  ])
  func `what was put in comes out, and nothing else`(text: String) throws {
    let edited = try TextPart(Self.part).edit(text)
    #expect(edited.text != text)
    #expect(try TextPart.remove(edited.record, from: edited.text) == text)
  }

  @Test func `a setting that somebody has made is not ours to take out`() throws {
    let edited = try TextPart(Self.part).edit("enableUserWorkload: true\n")
    #expect(edited.record == ["prometheusK8s": ["remoteWrite": [["name": "ours"]]]])
    // Ours from before stays ours.
    let again = try TextPart(Self.part, record: ["enableUserWorkload": true]).edit(edited.text)
    #expect(again.record["enableUserWorkload"] == true)
  }

  @Test func `what nobody wants any more goes, and what somebody has changed since stays`() throws {
    let record: JSON = [
      "enableUserWorkload": true, "prometheusK8s": ["remoteWrite": [["name": "old"]]],
    ]
    let text =
      "enableUserWorkload: false\nprometheusK8s:\n  remoteWrite:\n  - name: old\n  - name: b\n"
    #expect(
      try edit(text, ["prometheusK8s": ["retention": "1d"]], record)
        == "enableUserWorkload: false\nprometheusK8s:\n  remoteWrite:\n  - name: b\n  retention: 1d\n"
    )
  }

  @Test func `our element is changed where it differs`() throws {
    let text = """
      prometheusK8s:
        remoteWrite:
        - name: ours # kept
          url: https://hub.example.com
          tlsConfig: {"ca":{"secret":"a"}}
          writeRelabelConfigs:
          - regex: a
          - regex: b
        - name: theirs

      """
    let part: JSON = [
      "prometheusK8s": [
        "remoteWrite": [
          [
            "name": "ours", "url": "https://hub.example.com", "tlsConfig": ["ca": ["secret": "b"]],
            "writeRelabelConfigs": [["regex": "c"], ["regex": "b"]],
          ]
        ]
      ]
    ]
    #expect(
      try edit(text, part) == """
        prometheusK8s:
          remoteWrite:
          - name: ours # kept
            url: https://hub.example.com
            tlsConfig:
              ca:
                secret: b
            writeRelabelConfigs:
            - regex: c
            - regex: b
          - name: theirs

        """
    )
  }

  @Test(arguments: [
    (
      "enableUserWorkload: false\n",
      PartFlaw.otherValue(path: "enableUserWorkload", found: "false"),
    ),
    ("prometheusK8s: {retention: 1d}\n", .notInLines(line: 1)),
    ("{\"prometheusK8s\": {\"retention\": \"1d\"}}\n", .notInLines(line: 1)),
    ("prometheusK8s:\n  remoteWrite: [{url: a}]\n", .notInLines(line: 2)),
    ("a: &x\n  retention: 1d\nprometheusK8s: *x\n", .notInLines(line: 1)),
    ("a: &x\n  retention: 1d\nprometheusK8s:\n  <<: *x\n", .notInLines(line: 4)),
    ("a: &x {k: 1}\nprometheusK8s:\n  remoteWrite:\n  <<: *x\n", .notInLines(line: 3)),
    ("a: &x {k: 1}\nenableUserWorkload:\n<<: *x\n", .notInLines(line: 1)),
    ("- a\n", .noMapping), ("words", .noMapping),
    ("prometheusK8s: word\n", .otherValue(path: "prometheusK8s", found: "\"word\"")),
  ])
  func `what cannot be edited in lines is refused`(text: String, flaw: PartFlaw) {
    #expect(throws: flaw) { try edit(text) }
  }

  @Test func `a text that is no YAML is refused`() {
    #expect {
      try edit("a: [")
    } throws: { error in
      if case .unreadable = error as? PartFlaw { true } else { false }
    }
  }
}
