/// What is said of a cluster's objects as a whole.
enum StatusWords {
  /// As it follows the cluster's name.
  static func ready(_ count: Int, of total: Int) -> String {
    "\(count) of \(total) objects ready"
  }
}
