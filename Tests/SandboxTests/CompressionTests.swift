import Foundation
import JSON
import TestSupport
import Testing

@testable import fedctl_sandbox

/// Long answers go out compressed to whoever reads that, as from a real API server.
@Suite(.waitsForPrograms)
struct CompressionTests {
  /// What `gzip`, of another hand, makes of our bytes.
  private func unpacked(_ bytes: [UInt8]) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: "gzip-\(UUID())")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return [UInt8](try Tool.output(of: "gzip", ["-dc", file.path]))
  }

  @Test func `another program reads what it writes`() throws {
    let page = try Data(contentsOf: URL(filePath: #filePath))
    let texts: [[UInt8]] = [
      [], [0], Array("abcabcabcabc".utf8), Array(repeating: 120, count: 1_000), [UInt8](page),
      (0..<40_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) },
      Array(repeating: Array("x".utf8), count: 258).flatMap(\.self) + [0xFF] + [UInt8](page),
    ]
    for text in texts { #expect(try unpacked(Gzip.compressed(text)) == text) }
  }

  @Test(arguments: [
    ("gzip", true), ("deflate, gzip", true), ("deflate,gzip , br", true), ("", false),
    ("gzip;q=0", false), ("x-gzip", false), ("identity", false),
  ])
  func `only the word itself is taken for leave`(header: String, isLeave: Bool) {
    #expect(Gzip.isAccepted(by: header) == isLeave)
  }

  @Test func `a long list is compressed, and says the same`() throws {
    let sandbox = try RunningSandbox()
    let text = String(repeating: "text ", count: 40_000)
    let object: JSON = [
      "apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "long"],
      "data": ["text": .string(text)],
    ]
    try #require(sandbox.kubectl("create", "-f", "-", input: object.text()).status == 0)
    let server = try sandbox.kubectl(
      "config",
      "view",
      "-o",
      "jsonpath={.clusters[?(@.name==\"hub\")].cluster.server}",
    )
    let url =
      "\(server.output)/api/v1/namespaces/default/configmaps?fieldSelector=metadata.name=long"
    let plain = try Tool.output(of: "curl", ["-sf", url])
    let wire = try Tool.output(of: "curl", ["-sf", "-H", "Accept-Encoding: gzip", url])
    let read = try Tool.output(of: "curl", ["-sf", "--compressed", url])
    #expect(plain.count > 200_000)
    #expect(wire.count < 20_000 && wire.starts(with: [0x1F, 0x8B]))
    #expect(read == plain)
  }
}
