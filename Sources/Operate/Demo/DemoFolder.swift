import FoundationEssentials

/// A folder that a demonstration has for itself, and that goes with everything in it.
package struct DemoFolder: Sendable {
  /// An absolute path where `TMPDIR` is one.
  package let path: String

  /// Makes it below `TMPDIR`, or `/tmp`, for nobody else to read.
  package init(_ environment: [String: String]) throws(DemoProblem) {
    let given = environment["TMPDIR"] ?? ""
    let parent = given.isEmpty ? "/tmp" : given
    path = "\(parent)/fedctl-demo-\(UInt32.random(in: .min ... .max))"
    do {
      // One that is there already is somebody else's, and an error.
      try FileManager.default.createDirectory(
        atPath: path,
        withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700],
      )
    } catch {
      throw .noFolder(parent)
    }
  }

  /// Where one of its files is.
  package func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes one of its files.
  package func write(_ text: String, to name: String) throws(FileProblem) {
    try LocalFile.write(text, to: file(name), as: .output, replacing: false)
  }

  /// Takes it away; nobody can do anything about what stays.
  package func remove() { try? FileManager.default.removeItem(atPath: path) }
}
