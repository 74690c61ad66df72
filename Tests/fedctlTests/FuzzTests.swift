import Foundation
import TestSupport
import Testing

/// Every reader of outside input, given what nobody would write.
@Suite(.waitsForPrograms, .timeLimit(.minutes(60))) struct FuzzTests {
  /// The readers, and how many inputs each of them gets; those that go through a text many times get fewer.
  private static let shares = [
    (
      10_000,
      [
        "aws", "bundle", "fleet", "json", "kubeconfig", "pem", "plugin", "process", "status",
        "watch", "xml",
      ],
    ), (1_000, ["hiding", "part"]),
  ]

  @Test(arguments: shares)
  func `no reader traps, hangs or breaks its promise`(count: Int, readers: [String]) throws {
    let process = Process()
    process.executableURL = Fedctl.binary("fedctl-fuzz")
    process.arguments = ["--count", "\(count)"] + readers
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: said, as: UTF8.self)
    #expect(process.terminationStatus == 0, "fedctl-fuzz --trace tells the input; \(text)")
    let lines = text.split(separator: "\n")
    #expect(lines.count == readers.count)
    // Inputs that are all refused for their first byte would show nothing.
    for line in lines {
      #expect(line.firstMatch(of: /[0-9]+ inputs, [1-9][0-9]* taken/) != nil, "\(line)")
      #expect(line.contains(": \(count) inputs, "), "\(line)")
    }
  }
}
