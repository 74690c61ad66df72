import Facts
import FoundationEssentials
internal import Glibc
internal import SystemPackage
import Text

/// Reading and writing files on this machine.
package enum LocalFile {
  /// The bytes of a file of at most `limit`; a larger one gives `limit + 1` bytes, so that the caller
  /// can tell, and a device without an end is read no further.
  package static func read(
    _ path: String,
    as role: FileProblem.Role,
    limit: Int,
  ) throws(FileProblem) -> [UInt8] {
    do {
      let file = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
      return try file.closeAfter { try bytes(of: file, limit: limit) }
    } catch {
      throw FileProblem(.reading, role, path: path, error)
    }
  }

  private static func bytes(of file: FileDescriptor, limit: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = try unsafe chunk.withUnsafeMutableBytes { try unsafe file.read(into: $0) }
      if count == 0 { break }
      bytes += chunk.prefix(count)
    }
    return Array(bytes.prefix(limit + 1))
  }

  /// A path that a file names, as it is from here: relative to the folder of that file.
  package static func path(_ path: String, beside file: String) -> String {
    guard !path.begins(with: "/"), let slash = file.utf8.lastIndex(of: 47) else {
      return path
    }
    return "\(file[...slash])\(path)"
  }

  /// The size of a regular file in bytes; nil for anything else.
  package static func size(_ path: String) -> Int? {
    guard let status = try? Stat(FilePath(path)), status.type == .regular else { return nil }
    return Int(status.size)
  }

  /// Whether a folder is there, or a link to one.
  package static func isFolder(_ path: String) -> Bool {
    (try? Stat(FilePath(path)))?.type == .directory
  }

  /// The names of what is in a folder, sorted.
  package static func names(
    in folder: String,
    as role: FileProblem.Role,
  ) throws(FileProblem) -> [String] {
    do {
      // Why a folder cannot be read, the system tells who opens it.
      try FileDescriptor.open(FilePath(folder), .readOnly, options: [.closeOnExec, .directory])
        .close()
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw FileProblem(.reading, role, path: folder, error)
    }
  }

  /// Writes a whole file.
  ///
  /// `replacing` is whether a file that exists is overwritten.
  package static func write(
    _ text: String,
    to path: String,
    as role: FileProblem.Role,
    replacing: Bool,
  ) throws(FileProblem) {
    do {
      let file = try FileDescriptor.open(
        FilePath(path),
        .writeOnly,
        options: [.create, .closeOnExec, replacing ? .truncate : .exclusiveCreate],
        permissions: [.ownerReadWrite, .groupRead, .otherRead],
      )
      _ = try file.closeAfter { try file.writeAll(text.utf8) }
    } catch {
      throw FileProblem(.writing, role, path: path, error)
    }
  }

  /// Writes a whole file that only its owner may read, whoever could read what stood there before.
  package static func writePrivately(
    _ text: String,
    to path: String,
    as role: FileProblem.Role,
  ) throws(FileProblem) {
    do {
      let file = try FileDescriptor.open(
        FilePath(path),
        .writeOnly,
        options: [.create, .closeOnExec],
        permissions: .ownerReadWrite,
      )
      try file.closeAfter {
        // A terminal or a pipe has rights of its own, and no length.
        if size(path) != nil {
          guard fchmod(file.rawValue, 0o600) == 0, ftruncate(file.rawValue, 0) == 0 else {
            throw Errno(rawValue: errno)
          }
        }
        _ = try file.writeAll(text.utf8)
      }
    } catch {
      throw FileProblem(.writing, role, path: path, error)
    }
  }

  /// Makes a folder and those that it is in, where they are not there.
  package static func makeFolder(
    _ path: String,
    as role: FileProblem.Role,
  ) throws(FileProblem) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw FileProblem(.makingFolder, role, path: path, cause: .unmakable)
    }
  }
}
