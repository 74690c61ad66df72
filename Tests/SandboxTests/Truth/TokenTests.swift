import JSON
import Testing

@testable import fedctl_sandbox

/// What a real API server of 1.36.2 says to those who ask for a token.
@Suite struct TokenTests {
  private let bench = Bench()
  private static let accounts = "/api/v1/namespaces/team/serviceaccounts"

  init() { _ = bench.ask("POST", Self.accounts, ["metadata": ["name": "a"]]) }

  private static let requests: [(JSON, [String])] = [
    ([:], ["201"]), (["spec": ["expirationSeconds": 600]], ["201"]),
    (["spec": ["expirationSeconds": 4_294_967_296]], ["201"]),
    (
      ["spec": ["expirationSeconds": 4_294_967_297]],
      ["422", "FieldValueInvalid spec.expirationSeconds"],
    ),
    (["spec": ["expirationSeconds": 599]], ["422", "FieldValueInvalid spec.expirationSeconds"]),
    (["spec": ["expirationSeconds": "600"]], ["400"]),
    (["spec": ["expirationSeconds": true]], ["400"]),
    (["spec": ["expirationSeconds": 600.5]], ["400"]), (["spec": ["audiences": "x"]], ["400"]),
    (["spec": ["audiences": [1]]], ["400"]), (["spec": "x"], ["400"]),
    (["kind": "Bogus"], ["400"]),
    (["apiVersion": "v1", "kind": "TokenRequest"], ["400"]),
    (["metadata": ["name": "other"]], ["422", "FieldValueInvalid metadata.name"]),
    (["metadata": ["namespace": "other"]], ["400"]), (["spec": ["boundObjectRef": "x"]], ["400"]),
    (["spec": ["boundObjectRef": ["kind": "Secret", "apiVersion": "v1"]]], ["400"]),
    (["spec": ["boundObjectRef": ["kind": "Secret", "name": "none"]]], ["404"]),
  ]

  @Test(arguments: requests)
  func `a token is asked for`(body: JSON, said: [String]) {
    #expect(bench.ask("POST", "\(Self.accounts)/a/token", body).summary == said)
  }

  @Test func `the account and its namespace are looked for first`() {
    let short: JSON = ["spec": ["expirationSeconds": 5]]
    #expect(bench.ask("POST", "\(Self.accounts)/none/token", short).code == 404)
    let nowhere = "/api/v1/namespaces/nowhere/serviceaccounts/a/token"
    #expect(bench.ask("POST", nowhere, short).message == #"namespaces "nowhere" not found"#)
    let odd: JSON = ["spec": ["bogus": 1]]
    let path = "\(Self.accounts)/a/token"
    #expect(bench.ask("POST", path, odd).warnings == [#"unknown field "spec.bogus""#])
    #expect(bench.ask("POST", "\(path)?fieldValidation=Strict", odd).code == 400)
    #expect(bench.ask("POST", path, [:], type: "text/plain").code == 415)
  }
}
