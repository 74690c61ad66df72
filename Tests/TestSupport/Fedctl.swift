package import Foundation

/// A run of the real binary, put together as a sentence: `Fedctl("validate").file(...).run()`.
package struct Fedctl {
  package struct Outcome: Hashable, Sendable {
    package let stdout: String
    package let stderr: String
    package let status: Int32

    package init(stdout: String = "", stderr: String = "", status: Int32 = 0) {
      self.stdout = stdout
      self.stderr = stderr
      self.status = status
    }
  }

  private let arguments: [String]
  private var files: [String: [UInt8]] = [:]
  private var sparseFiles: [String: UInt64] = [:]
  private var isTimeToKill: (@Sendable () -> Bool)?
  private var isTimeToInterrupt: ((String) -> Bool)?
  private var answers: [Answer] = []
  /// The day is fixed, or a version that ages would change what is said.
  private var environment: [String: String] = [
    "NO_COLOR": "1", "SOURCE_DATE_EPOCH": "1795737600",
  ]

  private struct Answer {
    let text: String
    let prepare: () throws -> Void
  }

  package init(_ arguments: String...) { self.arguments = arguments }

  package init(_ arguments: [String]) { self.arguments = arguments }

  /// With a file in the folder that the run starts in.
  package func file(named name: String = "fleet.yaml", _ bytes: some Sequence<UInt8>) -> Self {
    var copy = self
    copy.files[name] = Array(bytes)
    return copy
  }

  package func file(named name: String = "fleet.yaml", _ text: String) -> Self {
    file(named: name, text.utf8)
  }

  /// With a file that has a size, in bytes, and takes no room.
  package func sparseFile(named name: String = "fleet.yaml", size: UInt64) -> Self {
    var copy = self
    copy.sparseFiles[name] = size
    return copy
  }

  package func environment(_ name: String, _ value: String) -> Self {
    var copy = self
    copy.environment[name] = value
    return copy
  }

  /// With the clusters' kubeconfig, the example's fleet file and keys for its bucket.
  package func against(_ clusters: some Clusters, fleet: String) -> Self {
    file(fleet)
      .environment("KUBECONFIG", clusters.kubeconfig)
      .environment("AWS_ACCESS_KEY_ID", Self.canaryKeyID)
      .environment("AWS_SECRET_ACCESS_KEY", Self.canaryKey)
  }

  /// Values that no output may ever show.
  package static let canaryKeyID = "AKIACANARYCANARY1234"
  package static let canaryKey = "canary+secret/key/which+nobody/may/see00"

  /// Kills the run as soon as `isTime` says so, looked at every few milliseconds.
  package func killed(when isTime: @escaping @Sendable () -> Bool) -> Self {
    var copy = self
    copy.isTimeToKill = isTime
    return copy
  }

  /// Sends the run SIGINT, once, as soon as `isTime` says so of what stands on standard output.
  package func interrupted(when isTime: @escaping (String) -> Bool) -> Self {
    var copy = self
    copy.isTimeToInterrupt = isTime
    return copy
  }

  /// At a terminal, where the next question is answered so, after something else has been done.
  package func answering(_ text: String, after prepare: @escaping () throws -> Void = {}) -> Self {
    var copy = self
    copy.answers.append(Answer(text: text, prepare: prepare))
    return copy
  }

  /// Runs in a fresh folder, which `inspect` sees before it is removed.
  package func run(inspect: (URL) throws -> Void = { _ in }) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let home = folder.appending(path: "home")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in files { try Data(bytes).write(to: home.appending(path: name)) }
    for (name, size) in sparseFiles {
      try Self.handle(home.appending(path: name)).truncate(atOffset: size)
    }
    // Files rather than pipes: no amount of output blocks the run.
    let stdout = try Self.handle(folder.appending(path: "stdout"))
    let stderr = try Self.handle(folder.appending(path: "stderr"))
    let process = Process()
    process.executableURL = Self.binary()
    process.arguments = arguments
    process.currentDirectoryURL = home
    process.environment = environment
    let terminal = answers.isEmpty ? nil : try Terminal()
    process.standardInput = terminal?.far ?? FileHandle.nullDevice
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    if let terminal {
      try answer(at: terminal, asked: folder.appending(path: "stderr"), while: process)
    }
    while let isTimeToKill, process.isRunning {
      if isTimeToKill() { kill(process.processIdentifier, SIGKILL) }
      usleep(2000)
    }
    while let isTimeToInterrupt, process.isRunning {
      let said = try String(contentsOf: folder.appending(path: "stdout"), encoding: .utf8)
      if isTimeToInterrupt(said) {
        kill(process.processIdentifier, SIGINT)
        break
      }
      usleep(2000)
    }
    process.waitUntilExit()
    try inspect(home)
    return Outcome(
      stdout: try String(contentsOf: folder.appending(path: "stdout"), encoding: .utf8),
      stderr: try String(contentsOf: folder.appending(path: "stderr"), encoding: .utf8),
      status: process.terminationStatus,
    )
  }

  /// Types each answer when a question stands at the end of what has been said.
  private func answer(at terminal: Terminal, asked said: URL, while process: Process) throws {
    var length = 0
    for answer in answers {
      while process.isRunning {
        let text = try String(contentsOf: said, encoding: .utf8)
        if text.utf8.count > length, text.hasSuffix(": ") {
          length = text.utf8.count
          break
        }
        usleep(2000)
      }
      guard process.isRunning else { return }
      try answer.prepare()
      try terminal.near.write(contentsOf: Data("\(answer.text)\n".utf8))
    }
  }

  private static func handle(_ file: URL) throws -> FileHandle {
    try Data().write(to: file)
    return try FileHandle(forWritingTo: file)
  }

  /// The binary that was built beside the tests.
  package static func binary(_ name: String = "fedctl") -> URL {
    let test = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return URL(filePath: test).deletingLastPathComponent().appending(path: name)
  }
}
