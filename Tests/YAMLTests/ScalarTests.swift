import JSON
import Testing
import YAML

@Suite struct ScalarTests {
  @Test(arguments: [
    ("true", JSON.bool(true)), ("null", .null), ("~", .null), ("", .null), ("12", .integer(12)),
    ("-7", .integer(-7)), ("0x1F", .integer(31)), ("0644", .integer(420)), ("0o17", .integer(15)),
    ("1.5", .double(1.5)), ("1e3", .double(1000)), ("yes", "yes"), ("no", "no"), ("on", "on"),
    ("1.2.3", "1.2.3"), ("1_000", "1_000"), ("10Gi", "10Gi"), ("-", "-"), ("+", "+"), (".", "."),
    ("99999999999999999999", .double(1e20)), ("2024-01-01", "2024-01-01"),
  ])
  func `plain text means what the core schema says`(text: String, value: JSON) {
    #expect(Scalar(plain: text).json == value)
  }

  @Test func `text in quotes is a string whatever it looks like`() throws {
    let node = try YAML.document(Array("['12', \"true\", !!str 5]".utf8), file: "a.yaml")
    #expect(node?.json == ["12", "true", "5"])
  }
}
