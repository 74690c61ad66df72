import Foundation

/// A program of the PATH that a test runs and whose words it reads.
package enum Command {
  /// Runs it to its end, with a text on its standard input and more variables than ours.
  package static func run(
    _ program: String,
    _ arguments: [String],
    input: String = "",
    environment: [String: String],
  ) throws -> Fedctl.Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (inputs, outputs, errors) = (Pipe(), Pipe(), Pipe())
    process.standardInput = inputs
    process.standardOutput = outputs
    process.standardError = errors
    try process.run()
    try inputs.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try inputs.fileHandleForWriting.close()
    let output = try outputs.fileHandleForReading.readToEnd() ?? Data()
    let error = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Fedctl.Outcome(
      stdout: String(decoding: output, as: UTF8.self),
      stderr: String(decoding: error, as: UTF8.self),
      status: process.terminationStatus,
    )
  }
}
