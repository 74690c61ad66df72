internal import Glibc
internal import Synchronization

/// A program, run without a shell and without a terminal.
package struct ChildProcess: Sendable {
  package enum Outcome: Sendable {
    /// With an `errno`.
    case notStarted(Int32)
    /// A signal's number counts as 128 more.
    case ended(status: Int, output: [UInt8], errors: [UInt8])
    /// It was ended, since it had not said all within its time.
    case tookTooLong
  }

  private let command: String
  private let arguments: [String]
  private let environment: [String: String]
  private let timeLimit: Duration

  /// `command` is looked up in PATH unless it has a slash; `environment` is all that it gets.
  package init(
    command: String,
    arguments: [String],
    environment: [String: String],
    timeLimit: Duration = .seconds(60),
  ) {
    self.command = command
    self.arguments = arguments
    self.environment = environment
    self.timeLimit = timeLimit
  }

  package func run() async -> Outcome {
    await withCheckedContinuation { continuation in
      let work = ThreadWork { continuation.resume(returning: runBlocking()) }
      if !work.start() { continuation.resume(returning: .notStarted(EAGAIN)) }
    }
  }

  private func runBlocking() -> Outcome {
    let (child, output, errors): (pid_t, Pipe, Pipe)
    switch started() {
    case .failure(let failure): return .notStarted(failure.code)
    case .success(let parts): (child, output, errors) = parts
    }
    let said = readBoth(output.reading, errors.reading, until: ContinuousClock.now + timeLimit)
    if said == nil { kill(child, SIGKILL) }
    let status = waitFor(child)
    guard let (text, complaints) = said else { return .tookTooLong }
    return .ended(status: status, output: text, errors: complaints)
  }

  private struct StartFailure: Error {
    let code: Int32
  }

  /// Children are started one at a time, so that none inherits the pipes of another.
  private static let starting = Mutex(())

  private func started() -> Result<(pid_t, Pipe, Pipe), StartFailure> {
    Self.starting.withLock { _ in
      guard let output = Pipe(), let errors = Pipe() else {
        return .failure(StartFailure(code: errno))
      }
      var child = pid_t()
      let code = spawn(&child, output: output, errors: errors)
      output.closeWriting()
      errors.closeWriting()
      return code == 0 ? .success((child, output, errors)) : .failure(StartFailure(code: code))
    }
  }

  private func spawn(_ child: inout pid_t, output: Pipe, errors: Pipe) -> Int32 {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output.writing, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, errors.writing, 2)
    let variables = environment.map { "\($0.key)=\($0.value)" }
    return unsafe withCStrings([command] + arguments) { arguments in
      unsafe withCStrings(variables) { variables in
        unsafe posix_spawnp(&child, command, &actions, nil, arguments, variables)
      }
    }
  }

  private func waitFor(_ child: pid_t) -> Int {
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) == -1, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(signal)
  }
}

/// Calls with a null-terminated array of C strings.
private func withCStrings(
  _ strings: [String],
  _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32,
) -> Int32 {
  var copies: [UnsafeMutablePointer<CChar>?] = unsafe []
  for string in strings { unsafe copies.append(strdup(string)) }
  unsafe copies.append(nil)
  defer { for place in unsafe copies.indices { unsafe free(copies[place]) } }
  return unsafe body(&copies)
}
