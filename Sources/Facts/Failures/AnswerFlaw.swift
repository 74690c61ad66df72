package import JSON

/// What is wrong with an answer that a Kubernetes API does not give.
package enum AnswerFlaw: Hashable, Sendable {
  case notJSON(JSONError)
  /// A line of a watch that is no event.
  case noEvent
  /// A TokenRequest that was granted without a token, or without saying until when.
  case noToken
}
