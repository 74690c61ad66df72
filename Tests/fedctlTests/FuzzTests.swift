import Foundation
import TestSupport
import Testing

/// Every reader of outside input, given what nobody would write.
@Suite(.timeLimit(.minutes(10))) struct FuzzTests {
  @Test func `no reader traps, hangs or breaks its promise`() throws {
    let process = Process()
    process.executableURL = Fedctl.binary("fedctl-fuzz")
    process.arguments = ["--count", "10000"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: said, as: UTF8.self)
    #expect(process.terminationStatus == 0, "fedctl-fuzz --trace tells the input; \(text)")
    let lines = text.split(separator: "\n")
    #expect(lines.count == 11)
    // Inputs that are all refused for their first byte would show nothing.
    for line in lines {
      #expect(line.firstMatch(of: /10000 inputs, [1-9][0-9]* taken/) != nil, "\(line)")
    }
  }
}
