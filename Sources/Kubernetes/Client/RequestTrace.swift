/// One request as `-v` tells it: never a header or a body, which may hold secrets.
package struct RequestTrace: Sendable {
  /// Which cluster was asked.
  package let context: String
  /// The verb.
  package let method: String
  /// With its query, in which there are no secrets.
  package let url: String
  /// nil where there was no answer.
  package let status: Int?
  /// From having a place to the last byte.
  package let duration: Duration
}
