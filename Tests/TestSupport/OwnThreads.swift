/// Runs tasks on threads beside those of the pool, which are as many as cores.
final class OwnThreads: TaskExecutor {
  private let start: @Sendable (_ work: @escaping @Sendable () -> Void) -> Void

  /// - `start`: gives each piece of work to a thread, now or when one is free.
  init(_ start: @escaping @Sendable (_ work: @escaping @Sendable () -> Void) -> Void) {
    self.start = start
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    start { unsafe job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
