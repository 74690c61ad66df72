import FoundationEssentials
import Glibc

/// Who holds a fleet's lease: a process, on a machine, of a user.
struct Holder {
  private let user: String
  private let host: String
  private let process: Int32

  static var current: Holder {
    let user = ProcessInfo.processInfo.environment["USER"] ?? "uid-\(getuid())"
    return Holder(user: user, host: ProcessInfo.processInfo.hostName, process: getpid())
  }

  /// Whether another holder, by its text, is a process of this machine that has ended: an apply that
  /// was killed need not be waited for.
  func knowsEnded(_ other: String) -> Bool {
    let parts = other.split(separator: " ")
    guard parts.count == 3, parts[1] == "process", parts[0].hasSuffix("@\(host)"),
      let process = Int32(parts[2]), process > 0
    else { return false }
    return kill(process, 0) != 0 && errno == ESRCH
  }
}

extension Holder: CustomStringConvertible {
  var description: String { "\(user)@\(host) process \(process)" }
}
