/// One request as `-v` tells it: never a header or a body, which may hold secrets.
package struct RequestTrace: Sendable {
  package let context: String
  package let method: String
  package let url: String
  /// nil where there was no answer.
  package let status: Int?
  package let duration: Duration
}
