package import Foundation

/// A program that tests use as a witness or as a server, which `make setup` installs.
package enum Tool {
  /// Where it is: on the PATH, or in the build folder's environment.
  package static func path(_ name: String, package file: String = #filePath) -> URL? {
    let root = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let paths = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    let places =
      [root.appending(path: ".build/python/bin"), root.appending(path: ".build/tools")]
      + paths.map { URL(filePath: String($0)) }
    return places.map { $0.appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  package struct Missing: Error {
    package let name: String
  }

  /// The standard output of a run that must succeed.
  ///
  /// - Throws: `Failed` with the end of what it says on standard error.
  package static func output(
    of name: String,
    _ arguments: [String],
    input: String = "",
    environment: [String: String] = [:],
  ) throws -> Data {
    guard let path = path(name) else { throw Missing(name: name) }
    let process = Process()
    process.executableURL = path
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let (inputs, outputs, errors) = (Pipe(), Pipe(), try TemporaryText())
    process.standardInput = inputs
    process.standardOutput = outputs
    process.standardError = errors.file
    try process.run()
    let writer = Thread {
      try? inputs.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try? inputs.fileHandleForWriting.close()
    }
    writer.start()
    let data = try outputs.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failed(name: name, status: process.terminationStatus, said: errors.end)
    }
    return data
  }

  package struct Failed: Error {
    package let name: String
    package let status: Int32
    /// The last 4,000 bytes of its standard error.
    package let said: String
  }
}

/// A file without a name that a program writes its standard error to, however much it says.
private struct TemporaryText {
  let file: FileHandle

  init() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data().write(to: path)
    file = try FileHandle(forUpdating: path)
    try FileManager.default.removeItem(at: path)
  }

  var end: String {
    let length = (try? file.seekToEnd()) ?? 0
    try? file.seek(toOffset: length - min(length, 4000))
    return String(decoding: (try? file.readToEnd()) ?? Data(), as: UTF8.self)
  }
}
