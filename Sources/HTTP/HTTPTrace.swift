package import Facts

/// What may be told about a finished request: never a header's value nor any body.
package struct HTTPTrace: Sendable {
  /// The verb that was sent.
  package let method: HTTPRequest.Method
  /// Without user, password and query.
  package let url: String
  /// How it ended: a status, or why there is none.
  package let outcome: Result<Int, TransportError>
  /// From handing it over to the last byte.
  package let duration: Duration
}
