internal import Glibc

/// A program, run without a shell and without a terminal.
struct ChildProcess: Sendable {
  enum Outcome: Sendable {
    /// With an `errno`.
    case notStarted(Int32)
    /// A signal's number counts as 128 more.
    case ended(status: Int, output: [UInt8], errors: [UInt8])
  }

  let command: String
  let arguments: [String]
  let environment: [String: String]

  func run() async -> Outcome {
    await withCheckedContinuation { continuation in
      let work = ThreadWork { continuation.resume(returning: runBlocking()) }
      if !work.start() { continuation.resume(returning: .notStarted(EAGAIN)) }
    }
  }

  private func runBlocking() -> Outcome {
    guard let output = Pipe(), let errors = Pipe() else { return .notStarted(errno) }
    var actions = posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output.writing, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, errors.writing, 2)
    // No socket or pipe of ours is the child's business.
    unsafe posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    var child = pid_t()
    let variables = environment.map { "\($0.key)=\($0.value)" }
    let code = unsafe withCStrings([command] + arguments) { arguments in
      unsafe withCStrings(variables) { variables in
        unsafe posix_spawnp(&child, command, &actions, nil, arguments, variables)
      }
    }
    output.closeWriting()
    errors.closeWriting()
    guard code == 0 else { return .notStarted(code) }
    let (text, complaints) = readBoth(output.reading, errors.reading)
    return .ended(status: waitFor(child), output: text, errors: complaints)
  }

  private func waitFor(_ child: pid_t) -> Int {
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) == -1, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(signal)
  }
}

/// Calls with a null-terminated array of C strings.
private func withCStrings<R>(
  _ strings: [String],
  _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> R,
) -> R {
  var copies = strings.map { unsafe strdup($0) } + [nil]
  defer { for place in unsafe copies.indices { unsafe free(copies[place]) } }
  return unsafe copies.withUnsafeMutableBufferPointer { buffer in
    guard let start = unsafe buffer.baseAddress else { preconditionFailure("never empty") }
    return unsafe body(start)
  }
}
