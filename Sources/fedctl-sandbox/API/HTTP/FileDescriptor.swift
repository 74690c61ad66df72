import Glibc

/// An open file that is only appended to.
struct FileDescriptor: ~Copyable, Sendable {
  /// The log cannot be written where it was asked for.
  struct CannotOpen: Error {
    let path: String
    let reason: String
  }

  /// As the system counts open files.
  private let number: Int32

  /// Empties a file that is there.
  init(creating path: String) throws(CannotOpen) {
    number = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0o644)
    guard number >= 0 else {
      throw CannotOpen(path: path, reason: unsafe String(cString: strerror(errno)))
    }
  }

  /// A line that cannot be written is lost: a log must not stop a cluster.
  func append(_ text: String) {
    var text = text
    _ = text.withUTF8 { unsafe write(number, $0.baseAddress, $0.count) }
  }

  deinit { _ = close(number) }
}
