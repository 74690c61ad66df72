import Foundation

/// The fleet file of the example that has most kinds of objects, and pieces of it.
package enum ExampleFleet {
  package static var text: String {
    get throws { try unchecked("receive-olm") }
  }

  /// An example for tests that have clusters and no bucket.
  package static func unchecked(_ example: String) throws -> String {
    try text(of: example).replacing("\nbucket:\n", with: "\nbucket:\n  check: false\n")
  }

  package static func text(of example: String) throws -> String {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardized
    let file = root.appending(path: "examples/\(example)/fleet.yaml")
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// The example without its last cluster.
  package static var withoutCluster2: String {
    get throws {
      let text = try text
      let end = text.range(of: "  - name: cluster2")?.lowerBound ?? text.endIndex
      return String(text[..<end])
    }
  }
}

extension Sandbox {
  /// A sandbox to which the example has been applied.
  package static func withFleet() throws -> Sandbox {
    let sandbox = try Sandbox()
    let outcome = try sandbox.fedctl("apply", "--yes")
    guard outcome.status == 0 else { throw NotApplied(outcome: outcome) }
    return sandbox
  }

  package struct NotApplied: Error {
    package let outcome: Fedctl.Outcome
  }
}

extension String {
  package var base64Decoded: String {
    Data(base64Encoded: self).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// The subject of a JSON Web Token.
  package var tokenSubject: String {
    let parts = split(separator: ".")
    guard parts.count == 3 else { return "" }
    let text = parts[1].replacing("-", with: "+").replacing("_", with: "/")
    let claims = (text + String(repeating: "=", count: (4 - text.count % 4) % 4)).base64Decoded
    let json = try? JSONSerialization.jsonObject(with: Data(claims.utf8)) as? [String: Any]
    return json?["sub"] as? String ?? ""
  }

  /// The lines of a plan that name an object with what happens to it.
  package var plannedChanges: [String] {
    split(separator: "\n").map(String.init).filter { line in
      ["  + ", "  ~ ", "  @ ", "  - ", "  -/+ "].contains { line.hasPrefix($0) }
    }
  }
}
