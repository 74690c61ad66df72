import Dispatch
import Glibc

/// Runs a body until it ends, the process is told to end by SIGTERM or SIGINT, or the time is up.
func withTerminationSignals(
  orAfter time: Duration? = nil,
  _ body: @escaping @Sendable () async throws -> Void,
) async throws {
  let (signals, told) = AsyncStream.makeStream(of: Int32.self)
  let sources = [SIGTERM, SIGINT].map { number in
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler { told.yield(number) }
    source.resume()
    return source
  }
  defer { for source in sources { source.cancel() } }
  try await withThrowingTaskGroup(of: Void.self) { group in
    group.addTask { try await body() }
    group.addTask { for await _ in signals { return } }
    if let time { group.addTask { try await Task.sleep(for: time) } }
    try await group.next()
    group.cancelAll()
  }
}

/// Makes printed lines visible at once also to those who read through a pipe.
func flushOutput() { _ = fflush(nil) }
