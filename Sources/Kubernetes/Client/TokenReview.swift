/// What the API server says of a token.
package struct TokenReview: Hashable, Sendable {
  /// Whether the server takes it for anybody.
  package let isAuthenticated: Bool
  /// As `system:serviceaccount:namespace:name`; empty for a token that is not accepted.
  package let username: String
}
