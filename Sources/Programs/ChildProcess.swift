internal import Glibc
internal import Subprocess
internal import SystemPackage

/// A program, run without a shell and without a terminal.
///
/// It gets a process group of its own, no signal blocked or ignored, and no descriptor of ours but
/// its three; standard input is empty. Whoever is cancelled ends it, with all that it has started.
/// What it leaves behind when it ends by itself is let live, and not waited for.
package struct ChildProcess: Sendable {
  /// How a run came out.
  package enum Outcome: Hashable, Sendable {
    /// With an `errno`.
    case notStarted(Int32)
    /// By itself, or by a signal that is not ours, whose number then counts as 128 more.
    ///
    /// Of `errors`, the last `errorTail` bytes are kept.
    case ended(status: Int, output: [UInt8], errors: [UInt8])
    /// We ended it.
    case stopped(StopReason)
  }

  /// Why a program was not let run on.
  package enum StopReason: Hashable, Sendable {
    case tookTooLong
    /// Its output has more bytes than it may.
    case saidTooMuch
    /// The task that waited for it was cancelled.
    case cancelled
  }

  /// Takes what the program writes to standard error, as it comes.
  package typealias Listener = @Sendable ([UInt8]) -> Void

  /// How many bytes of standard error are kept.
  package static let errorTail = 65_536

  private let command: String
  private let arguments: [String]
  private let environment: [String: String]
  private let timeLimit: Duration
  private let outputLimit: Int
  private let listener: Listener

  /// A program that is not started yet.
  ///
  /// `command` is looked up in the PATH of `environment` unless it has a slash; `environment` is all
  /// that it gets. `outputLimit` counts the bytes of standard output.
  package init(
    command: String,
    arguments: [String],
    environment: [String: String],
    timeLimit: Duration = .seconds(60),
    outputLimit: Int = 1 << 20,
    onErrors listener: @escaping Listener = { _ in },
  ) {
    self.command = command
    self.arguments = arguments
    self.environment = environment
    self.timeLimit = timeLimit
    self.outputLimit = outputLimit
    self.listener = listener
  }

  /// Returns when the program has ended, for whatever reason.
  package func run() async -> Outcome {
    await withTaskGroup(of: Outcome?.self) { group in
      group.addTask { await runWithoutLimit() }
      // nil where the time was cut short, since the program ended or whoever waited was cancelled.
      group.addTask {
        (try? await Task.sleep(for: timeLimit)).map { .stopped(.tookTooLong) }
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      let second = await group.next() ?? nil
      return first ?? second ?? .stopped(.cancelled)
    }
  }

  private func runWithoutLimit() async -> Outcome {
    do {
      let outcome = try await ending()
      return Task.isCancelled ? .stopped(.cancelled) : outcome
    } catch is TooMuch {
      return .stopped(.saidTooMuch)
    } catch let error as SubprocessError where !Task.isCancelled {
      return .notStarted(number(of: error))
    } catch {
      return .stopped(.cancelled)
    }
  }

  /// Throws `TooMuch`, or the library's error where the program could not be started.
  private func ending() async throws -> Outcome {
    let result = try await Subprocess.run(
      configuration,
      input: .none,
      output: .sequence,
      error: .sequence,
    ) { execution in try await streams(of: execution) }
    return .ended(
      status: result.terminationStatus.asInShells,
      output: result.closureResult.output,
      errors: result.closureResult.errors,
    )
  }

  /// Both are read at once, for a program that fills one pipe waits until it is read.
  private func streams(
    of execution: Execution<NoInput, SequenceOutput, SequenceOutput>
  ) async throws -> (output: [UInt8], errors: [UInt8]) {
    async let errors = tail(of: execution.standardError)
    let output = try await all(of: execution.standardOutput) {
      // With it, both pipes come to their ends, whatever the program makes of a closed one.
      try? execution.send(signal: .kill, toProcessGroup: true)
    }
    return (output, try await errors)
  }

  private struct TooMuch: Error {}

  /// The `errno` behind it.
  ///
  /// The library tells a file that may not be run as one that is not found.
  private func number(of error: SubprocessError) -> Int32 {
    guard error.code == .executableNotFound else {
      return error.underlyingError?.rawValue ?? EINVAL
    }
    let isFile = unsafe command.contains("/") && access(command, F_OK) == 0
    return isFile ? EACCES : ENOENT
  }

  private var configuration: Configuration {
    Configuration(
      executable: command.contains("/") ? .path(FilePath(command)) : .name(command),
      arguments: Arguments(arguments),
      environment: .custom(
        environment.reduce(into: [:]) { variables, entry in
          if let key = Environment.Key(rawValue: entry.key) { variables[key] = entry.value }
        }
      ),
      platformOptions: options,
    )
  }

  private var options: PlatformOptions {
    var options = PlatformOptions()
    options.processGroupID = 0
    // At once and to the whole group: a child that waits for nothing else would outlive us.
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .zero)
    ]
    return options
  }

  /// Calls `stop` and throws where it is more than it may be.
  private func all(
    of output: SubprocessOutputSequence,
    stop: () -> Void,
  ) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await buffer in output {
      bytes += unsafe buffer.withUnsafeBytes { unsafe Array($0) }
      guard bytes.count <= outputLimit else {
        stop()
        throw TooMuch()
      }
    }
    return bytes
  }

  private func tail(of errors: SubprocessOutputSequence) async throws -> [UInt8] {
    var kept: [UInt8] = []
    for try await buffer in errors {
      let piece = unsafe buffer.withUnsafeBytes { unsafe Array($0) }
      listener(piece)
      kept = (kept + piece).suffix(Self.errorTail)
    }
    return kept
  }
}

extension TerminationStatus {
  fileprivate var asInShells: Int {
    switch self {
    case .exited(let code): Int(code)
    case .signaled(let signal): 128 + Int(signal)
    }
  }
}
