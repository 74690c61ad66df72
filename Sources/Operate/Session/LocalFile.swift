import Facts
import FoundationEssentials
internal import Glibc

/// Reading and writing files on this machine.
package enum LocalFile {
  /// The bytes of a file of at most `limit`; a larger one gives `limit + 1` bytes, so that the caller
  /// can tell, and a device without an end is read no further.
  package static func read(
    _ path: String,
    as role: FileProblem.Role,
    limit: Int,
  ) throws(FileProblem) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    let failure = { FileProblem(.reading, role, path: path, errno) }
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= limit {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { break }
      if count > 0 {
        bytes += chunk.prefix(count)
      } else if errno != EINTR {
        throw failure()
      }
    }
    return Array(bytes.prefix(limit + 1))
  }

  /// A path that a file names, as it is from here: relative to the folder of that file.
  package static func path(_ path: String, beside file: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    return "\(file[...slash])\(path)"
  }

  /// The size of a regular file in bytes; nil for anything else.
  package static func size(_ path: String) -> Int? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
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
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (replacing ? O_TRUNC : O_EXCL)
    let descriptor = unsafe open(path, flags, 0o644)
    let failure = { FileProblem(.writing, role, path: path, errno) }
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        throw failure()
      }
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
