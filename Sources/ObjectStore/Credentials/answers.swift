package import JSON
import Text

extension S3Credentials {
  /// Keys in the words that AWS' programs and endpoints share; the session token's name differs.
  package init(
    in answer: JSON,
    tokenKey: String,
    place: CredentialPlace,
  ) throws(CredentialSourceError) {
    guard let id = answer["AccessKeyId"]?.stringValue, !id.isEmpty,
      let key = answer["SecretAccessKey"]?.stringValue, !key.isEmpty
    else { throw .failed(place, .answerWithoutKeys) }
    let expiry = answer["Expiration"]?.stringValue
    let end = expiry.flatMap { RFC3339.date($0) }
    guard expiry == nil || end != nil else {
      throw .failed(place, .answerWithoutTime)
    }
    self.init(
      accessKeyID: id,
      secretAccessKey: key,
      sessionToken: answer[tokenKey]?.stringValue,
      expiry: end,
      source: place,
    )
  }
}
