import Diagnostics
import Fleet
import FoundationEssentials
import Glibc

/// The fleet file on disk: found, read within limits, and understood.
enum FleetFile {
  /// Bytes; a fleet of a thousand clusters is far below.
  static let maximumSize = Fleet.sizeLimit

  enum Problem: Error {
    case missing(path: String)
    case unreadable(path: String, reason: String)
    case directory(path: String)
    case tooLarge(path: String)
    /// What is wrong with its text, with its lines for excerpts.
    case invalid([Diagnostic], lines: [String])
  }

  /// The fleet that a file describes; what is only doubtful is told as a warning.
  static func read(_ options: FleetOptions, console: Console) throws(Problem) -> Fleet {
    let bytes = try contents(of: options.file)
    let reading = Fleet.read(bytes, file: options.file)
    guard let fleet = reading.fleet else {
      throw .invalid(reading.diagnostics, lines: reading.lines)
    }
    for warning in reading.diagnostics {
      console.note(Excerpt(warning, lines: reading.lines).text(console.style))
    }
    return fleet
  }

  static func contents(of path: String) throws(Problem) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .missing(path: path) : .unreadable(path: path, reason: Self.reason)
    }
    defer { close(descriptor) }
    var information = stat()
    guard unsafe fstat(descriptor, &information) == 0 else {
      throw .unreadable(path: path, reason: Self.reason)
    }
    if information.st_mode & S_IFMT == S_IFDIR { throw .directory(path: path) }
    return try contents(of: descriptor, path: path)
  }

  /// Reads one byte more than is allowed at the most, so that no file is read in vain.
  private static func contents(of descriptor: Int32, path: String) throws(Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(path: path, reason: Self.reason)
      }
      bytes += buffer[..<count]
      if bytes.count > maximumSize { throw .tooLarge(path: path) }
    }
  }

  private static var reason: String { unsafe String(cString: strerror(errno)) }
}
