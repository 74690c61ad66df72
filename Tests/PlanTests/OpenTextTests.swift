import JSON
import Objects
import Plan
import Testing
import Text

/// What of a Secret's text is shown, and what stays hidden.
struct OpenTextTests {
  private static let key = "store.yaml"

  /// A Secret of which bucket and hosts may be shown.
  private func secret(_ text: String) -> Manifest {
    var secret = manifest(.secret, "s", ["data": [Self.key: .string(text.base64)]])
    secret.openText = OpenText(Self.key, showing: ["config.bucket", "jobs.hosts"])
    return secret
  }

  private func shown(_ before: String, _ after: String) throws -> [DisplayedField] {
    let wanted = secret(after)
    let state = live([wanted.reference: secret(before).applied])
    let plan = try planning(
      [wanted],
      state,
      answers: [wanted.reference: .accepted(wanted.applied, conflicts: [])],
    )
    let change = try #require(plan[wanted.reference])
    return change.displayed(hiding: state.secretTexts, .plain).fields
  }

  @Test func `a setting is told by name and value, a key only by its name`() throws {
    let fields = try shown(
      "config: {bucket: old, key: canary-before}",
      "config: {bucket: new, key: canary-after}",
    )
    let config = #"data["store.yaml"].config"#
    #expect(fields.map(\.path) == ["\(config).bucket", "\(config).key"])
    #expect(fields.map(\.before) == [#""old""#, "(sensitive)"])
    #expect(fields.map(\.after) == [#""new""#, "(sensitive)"])
  }

  @Test func `what a hand has put beside it is hidden, however deep it is`() throws {
    let fields = try shown(
      "jobs: [{hosts: [a]}, {hosts: [b], login: {password: canary}}]",
      "jobs: [{hosts: [a]}]",
    )
    let hidden = #"{"hosts":["b"],"login":{"password":"(sensitive)"}}"#
    #expect(fields.map(\.before) == [hidden])
    #expect(fields.map(\.after) == [nil])
  }

  @Test(arguments: ["canary", "- [", ""])
  func `a text without fields is hidden as a whole`(_ before: String) throws {
    let fields = try shown(before, "config: {bucket: new}")
    #expect(fields.map(\.path) == [#"data["store.yaml"]"#])
    #expect(fields.map(\.before) == ["(sensitive)"])
    #expect(fields.map(\.after) == ["(sensitive)"])
  }

  @Test func `a known secret is hidden in a field that may be shown`() throws {
    let other = manifest(.secret, "other", ["data": ["key": .string("canary-of-another".base64)]])
    let wanted = secret("config: {bucket: canary-of-another}")
    let state = live([
      wanted.reference: secret("config: {}").applied, other.reference: other.applied,
    ])
    let plan = try planning(
      [wanted],
      state,
      answers: [wanted.reference: .accepted(wanted.applied, conflicts: [])],
    )
    let fields = try #require(plan[wanted.reference])
      .displayed(hiding: state.secretTexts, .plain).fields
    #expect(fields.map(\.after) == [#""(sensitive)""#])
  }

  @Test func `certificates are told by their ends, and nothing beside them is`() throws {
    let block = "-----BEGIN CERTIFICATE-----\nMIIBcanary00001111\n-----END CERTIFICATE-----\n"
    for (text, expected) in [
      (block + block, #""(certificate …00001111)(certificate …00001111)""#),
      (block + "canary", "(sensitive)"), ("", "(sensitive)"),
    ] {
      let wanted = manifest(.secret, "s", ["data": ["ca.crt": .string(text.base64)]])
      let change = try #require(planning([wanted], live())[wanted.reference])
      let fields = change.displayed(hiding: live().secretTexts, .plain).fields
      #expect(fields.first { $0.path.hasPrefix("data") }?.after == expected)
    }
  }
}
