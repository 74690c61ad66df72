internal import Glibc

/// Work that blocks, done on a thread of its own and not on one that tasks share.
final class ThreadWork: Sendable {
  private let body: @Sendable () -> Void

  /// Nothing runs before `start`.
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }

  /// False, and nothing done, if there is no thread to be had.
  func start() -> Bool {
    var thread = pthread_t()
    let work = unsafe Unmanaged.passRetained(self)
    guard unsafe pthread_create(&thread, nil, runWork, work.toOpaque()) == 0 else {
      unsafe work.release()
      return false
    }
    _ = pthread_detach(thread)
    return true
  }

  fileprivate func run() { body() }
}

private func runWork(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context = unsafe context {
    unsafe Unmanaged<ThreadWork>.fromOpaque(context).takeRetainedValue().run()
  }
  return nil
}
