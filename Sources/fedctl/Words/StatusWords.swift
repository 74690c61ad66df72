/// What is said of a cluster's objects as a whole.
enum StatusWords {
  static func ready(_ count: Int, of total: Int) -> String {
    "\(count) of \(total) objects ready"
  }
}
