/// What a controller or an API server says of an object, in its own words.
package struct Explanation: Hashable, Sendable {
  /// One word for programs; empty where there is none.
  package let reason: String
  /// A sentence for people; empty where there is none.
  package let message: String

  package init(reason: String = "", message: String = "") {
    self.reason = reason
    self.message = message
  }
}
