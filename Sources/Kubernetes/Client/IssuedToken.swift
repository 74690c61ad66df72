/// A token as the API server has issued it.
package struct IssuedToken: Sendable {
  /// Goes to the cluster that it is for, and nowhere else.
  package let token: String
  /// RFC 3339; the server may have shortened what was asked for.
  package let expiry: String
}
