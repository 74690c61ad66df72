import FoundationEssentials
import Synchronization

/// One line a request: time, context, method, target, status, user agent.
///
/// Never a body or a token.
final class AccessLog: Sendable {
  private let file: Mutex<FileDescriptor>

  /// Starts the log anew; throws where the file cannot be written.
  init(path: String) throws {
    file = Mutex(try FileDescriptor(creating: path))
  }

  /// Writes one line; concurrent requests do not mix theirs.
  func note(_ request: APIRequest, _ reply: Reply) {
    let line =
      "\(timestamp()) \(request.context) \(request.method) \(request.target) \(reply.code) "
      + "\(request.userAgent)\n"
    file.withLock { $0.append(line) }
  }
}
