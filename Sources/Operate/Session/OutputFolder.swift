internal import Glibc
import SystemPackage

/// A folder that a person has named for files of ours.
///
/// Nothing is written outside of it, whatever the files are called and whatever stands there already: links
/// below it are not followed, and what has a file's name gives way to the file.
package struct OutputFolder: Sendable {
  /// As the person gave it; it may be a link itself.
  private let path: String

  package init(_ path: String) { self.path = path }

  /// Writes a whole file into a folder of this one, which is made where it is missing.
  ///
  /// Neither name has a slash. What `isPrivate` nobody else may read.
  package func write(
    _ text: String,
    named name: String,
    in folder: String,
    isPrivate: Bool,
  ) throws(FileProblem) {
    let place = "\(path)/\(folder)"
    try LocalFile.makeFolder(place, as: .output)
    do {
      let directory = try FileDescriptor.open(
        FilePath(place),
        .readOnly,
        options: [.directory, .noFollow, .closeOnExec],
      )
      try directory.closeAfter {
        let file = try Self.made(name, in: directory, isPrivate: isPrivate)
        _ = try file.closeAfter { try file.writeAll(text.utf8) }
      }
    } catch {
      throw FileProblem(.writing, .output, path: "\(place)/\(name)", error)
    }
  }

  /// A new file in the place of whatever had its name.
  private static func made(
    _ name: String,
    in directory: FileDescriptor,
    isPrivate: Bool,
  ) throws -> FileDescriptor {
    _ = unsafe unlinkat(directory.rawValue, name, 0)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = unsafe openat(directory.rawValue, name, flags, isPrivate ? 0o600 : 0o644)
    guard file >= 0 else { throw Errno(rawValue: errno) }
    return FileDescriptor(rawValue: file)
  }
}
