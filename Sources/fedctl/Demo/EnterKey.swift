import Dispatch
import Glibc

/// A line at the terminal, which somebody ends when she has seen enough.
enum EnterKey {
  /// Returns once a line is there, or when the task is cancelled.
  static func wait() async {
    let (presses, told) = AsyncStream.makeStream(of: Void.self)
    let source = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO)
    source.setEventHandler { told.yield() }
    source.resume()
    for await _ in presses { break }
    source.cancel()
    // Else the shell would take it for its own.
    if !Task.isCancelled { _ = readLine() }
  }
}
