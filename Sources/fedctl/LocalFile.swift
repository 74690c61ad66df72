import Diagnostics
import Facts
import Glibc

/// A file on this machine.
enum LocalFile {
  /// The bytes of a file of at most `limit`; a larger one gives `limit + 1` bytes.
  static func read(_ path: String, limit: Int) throws(Diagnostic) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("read", path, errno) }
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
        throw failure("read", path, errno)
      }
    }
    return Array(bytes.prefix(limit + 1))
  }

  /// A path that a file names, as it is from here: relative to the folder of that file.
  static func path(_ path: String, beside file: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    return "\(file[...slash])\(path)"
  }

  /// The size of a regular file in bytes; nil for anything else.
  static func size(_ path: String) -> Int? {
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Writes a whole file.
  ///
  /// `replacing` is whether a file that exists is overwritten.
  static func write(_ text: String, to path: String, replacing: Bool) throws(Diagnostic) {
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (replacing ? O_TRUNC : O_EXCL)
    let descriptor = unsafe open(path, flags, 0o644)
    guard descriptor >= 0 else { throw failure("write", path, errno) }
    defer { close(descriptor) }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        throw failure("write", path, errno)
      }
    }
  }

  private static func failure(_ verb: String, _ path: String, _ code: Int32) -> Diagnostic {
    let cause =
      switch code {
      case ENOENT where verb == "read": "There is no such file."
      case ENOENT: "The folder does not exist."
      case EISDIR: "It is a folder."
      case EACCES: "The permission is missing."
      case EEXIST: "It exists already."
      default: unsafe String(cString: strerror(code)) + "."
      }
    let remedy: String? =
      switch code {
      case ENOENT where verb == "read": "Run `fedctl init` to write one, or name it with `--file`."
      case EEXIST: "Use `--force` to overwrite it, or name another with `--file`."
      case EISDIR: "Name the file in it with `--file`."
      default: nil
      }
    return Diagnostic(
      .error,
      "cannot \(verb) the file",
      detail: "`\(path)`: \(cause)",
      remedy: remedy,
    )
  }
}
