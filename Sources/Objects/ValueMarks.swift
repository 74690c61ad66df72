/// What stands, where an object is shown, in place of values that are not known yet or must stay out of
/// sight.
///
/// The texts are a view's: the engine only says where they stand. A mark never depends on the value that it
/// stands for, so that it tells neither a length nor a part of it.
package struct ValueMarks: Sendable {
  /// For what must stay out of sight.
  package let sensitive: String
  /// For what is known only once its producer has been applied.
  package let unknown: String
  /// For what is both.
  package let sensitiveUnknown: String
  /// The same as `unknown`, telling where the value will come from.
  package let pending: @Sendable (PendingValue) -> String
  /// For a certificate, by its bytes in base64, without anything between the letters.
  package let certificate: @Sendable (_ base64: String) -> String
  /// For a digest of what pods read as they start; `replaces` where another one was there before.
  package let configuration: @Sendable (_ digest: String, _ replaces: Bool) -> String
  /// For the name of whichever cluster is told of, where the same is told of several.
  package let cluster: String

  /// Marks in a view's words.
  package init(
    sensitive: String,
    unknown: String,
    sensitiveUnknown: String,
    pending: @escaping @Sendable (PendingValue) -> String,
    certificate: @escaping @Sendable (_ base64: String) -> String,
    configuration: @escaping @Sendable (_ digest: String, _ replaces: Bool) -> String,
    cluster: String,
  ) {
    self.sensitive = sensitive
    self.unknown = unknown
    self.sensitiveUnknown = sensitiveUnknown
    self.pending = pending
    self.certificate = certificate
    self.configuration = configuration
    self.cluster = cluster
  }
}
