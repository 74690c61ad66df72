/// What is said of a cluster's objects as a whole.
enum StatusWords {
  /// As it follows the cluster's name.
  static func ready(_ count: Int, of total: Int) -> String {
    "\(count) of \(total) objects ready"
  }

  /// Before what has changed since the last look.
  static func after(_ time: Duration) -> String { "After \(time.words):" }
}
