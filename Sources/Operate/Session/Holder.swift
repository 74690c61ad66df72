import Digest
import FoundationEssentials
import Glibc

/// Who holds a fleet's lease: one run of a process, in a place where processes have numbers, of a user.
struct Holder {
  private let user: String
  private let host: String
  private let process: Int32
  /// What tells one namespace of processes from all others; nil where the system does not tell.
  private let place: String?
  /// What tells two runs apart that have all else in common, as in two copies of one machine.
  private let run: String

  static var current: Holder {
    let user = ProcessInfo.processInfo.environment["USER"] ?? "uid-\(getuid())"
    return Holder(
      user: user,
      host: ProcessInfo.processInfo.hostName,
      process: getpid(),
      place: processPlace(),
      run: String(UInt32.random(in: .min ... .max), radix: 16),
    )
  }

  init(user: String, host: String, process: Int32, place: String?, run: String) {
    self.user = user
    self.host = host
    self.process = process
    self.place = place
    self.run = run
  }

  /// Whether another holder, by its text, is a process that has surely ended: an apply that was killed need
  /// not be waited for.
  ///
  /// Only of one in our own namespace of processes, since the machine was started: the same number in another
  /// container, or on another machine of that name, says nothing.
  func knowsEnded(_ other: String) -> Bool {
    let words = other.split { " (:)".contains($0) }.map(String.init)
    guard let place, words.count == 5, words[1] == "process", words[3] == place,
      let process = Int32(words[2]), process > 0
    else { return false }
    return kill(process, 0) != 0 && errno == ESRCH
  }
}

extension Holder: CustomStringConvertible {
  var description: String {
    "\(user)@\(host) process \(process) (\(place ?? "?"):\(run))"
  }
}

/// The boot of the machine and the namespace of processes in it, as one word.
private func processPlace() -> String? {
  guard let boot = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8),
    let space = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/pid")
  else { return nil }
  return String(Digest.sha256(boot + space).hexadecimal.prefix(16))
}
