package import JSON

/// What is wrong with an answer that a Kubernetes API does not give.
///
/// None of them is ever taken for an object that is not there, or for a list without objects.
package enum AnswerFlaw: Error, Hashable, Sendable {
  /// Not a byte, or white space alone.
  case empty
  /// It is no JSON; how it begins, where that is another form of text, as a login page.
  case notJSON(JSONError, begins: String?)
  /// A success that holds a Status which says `Failure`.
  case failure(APIStatus)
  /// It is something else than what was asked for; `found` is nil where it names no kind.
  case otherKind(found: KindName?, expected: KindName)
  /// It has another name than the object that was asked for; `found` is nil where it has none.
  case otherName(found: String?, expected: String)
  /// A list whose items are no list of objects.
  case noItems
  /// A list that goes on where it has begun before.
  case endlessList
  /// The object of this name has no uid, which every stored object has.
  case noUID(String)
  /// A line of a watch that is no event.
  case noEvent
  /// A line of a watch that is longer than any object, in bytes.
  case endlessLine(limit: Int)
  /// A TokenRequest that was granted without a token, or without saying until when.
  case noToken

  /// How an object names what it is.
  package struct KindName: Hashable, Sendable {
    /// As `apps/v1`; nil where it does not say.
    package let version: String?
    /// As `Deployment`; nil where it does not say.
    package let kind: String?

    package init(version: String?, kind: String?) {
      self.version = version
      self.kind = kind
    }
  }
}
