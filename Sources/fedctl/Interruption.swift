import Dispatch
import Glibc

/// Ctrl-C and a CI system's SIGTERM: the first lets what is under way end, the second does not.
enum Interruption {
  /// Returns at the first signal, or when the task is cancelled.
  static func wait() async {
    let (signals, continuation) = AsyncStream.makeStream(of: Int32.self)
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler {
        // From now on the default holds again: a second signal ends the process.
        signal(number, SIG_DFL)
        continuation.yield(number)
      }
      source.resume()
      return source
    }
    for await _ in signals { break }
    for source in sources { source.cancel() }
    // What follows, as giving the lease back, may be ended at once.
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }
}
