/// How the work on one object has ended.
enum StepEnd: Sendable {
  case complete
  /// Nothing of it was done, or not all.
  case failed(ApplyError)
  /// It was done, and the object has not become what it should be.
  case unready(ApplyError)
}
