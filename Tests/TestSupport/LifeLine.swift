package import Foundation

/// The standard input of a server that a test starts: it ends with this object, and however the process of the tests
/// ends, and a server that reads it knows by that.
package final class LifeLine: Sendable {
  /// The server's end, for `Process.standardInput`.
  package let input: FileHandle
  private let ours: Int32

  package init() throws {
    var ends: [Int32] = [-1, -1]
    // From the beginning no other child may hold our end open: they are started by several threads.
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
    input = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
    ours = ends[1]
  }

  deinit { close(ours) }

  /// Runs a server that a shell starts in the background, in a folder of its own, for as long as this object is there.
  ///
  /// - `script`: starts the server as its last command, with `&`.
  package func serve(_ script: String, _ environment: [String: String] = [:]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    // The shell does not wait for the server's end: it has our thread's mask, in which the signal that would wake it is
    // blocked.
    process.arguments = [
      "-c",
      """
      cd "$(mktemp -d)" || exit
      \(script)
      server=$!; read -r _; kill -9 $server; rm -rf "$PWD"
      """,
    ]
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
  }
}

/// Starts a server at one of the ports, at another where that one turns out to be taken; three are tried.
package func started<Server>(
  at ports: [Int],
  _ start: (_ port: Int) throws -> Server,
) throws -> Server {
  for port in ports.shuffled().prefix(2) { if let server = try? start(port) { return server } }
  return try start(ports.randomElement() ?? 0)
}
