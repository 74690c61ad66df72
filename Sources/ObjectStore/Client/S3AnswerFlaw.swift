package import XML

/// Why a success of the server is not believed: whoever answers so may be no S3 server.
package enum S3AnswerFlaw: Hashable, Sendable {
  /// It is no XML that is read; how it begins, where it says anything.
  case unreadable(XMLError, begins: String? = nil)
  /// Its root element has another name than that of the answer that was asked for.
  case otherDocument(root: String, expected: String)
  /// Nothing was to be said, and there is a document with this root element.
  case notEmpty(root: String)
  /// An upload was begun and not named.
  case withoutUploadID
  /// A key is not percent-encoded as it says.
  case badlyEncodedKey
  /// There is more of a listing, and it does not say where.
  case withoutNextPage
  /// A page of a listing begins where one before it began.
  case endless
  /// A deletion was confirmed, and the keys (the first of them) are listed again.
  case keysStillListed([String])
}
