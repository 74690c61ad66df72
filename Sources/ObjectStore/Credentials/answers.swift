import JSON
import Text

extension CredentialSearch {
  /// Keys in the words that AWS' programs and endpoints share.
  func credentials(
    in answer: JSON,
    tokenKey: String,
    place: CredentialPlace,
  ) throws(CredentialSourceError) -> S3Credentials {
    guard let id = answer["AccessKeyId"]?.stringValue, !id.isEmpty,
      let key = answer["SecretAccessKey"]?.stringValue, !key.isEmpty
    else { throw .failed(place, .answerWithoutKeys) }
    let expiry = answer["Expiration"]?.stringValue
    let end = expiry.flatMap { RFC3339.date($0) }
    guard expiry == nil || end != nil else {
      throw .failed(place, .answerWithoutTime)
    }
    return S3Credentials(
      accessKeyID: id,
      secretAccessKey: key,
      sessionToken: answer[tokenKey]?.stringValue,
      expiry: end,
      source: place,
    )
  }
}
