import FoundationEssentials
import JSON

extension CredentialSearch {
  /// Keys in the words that AWS' programs and endpoints share.
  func credentials(
    in answer: JSON,
    tokenKey: String,
    place: String,
  ) throws(CredentialSourceError) -> S3Credentials {
    guard let id = answer["AccessKeyId"]?.stringValue, !id.isEmpty,
      let key = answer["SecretAccessKey"]?.stringValue, !key.isEmpty
    else { throw .failed(place: place, reason: "its answer has no key pair") }
    let expiry = answer["Expiration"]?.stringValue
    let end = expiry.flatMap(Self.time)
    guard expiry == nil || end != nil else {
      throw .failed(place: place, reason: "its Expiration is no RFC 3339 time")
    }
    return S3Credentials(
      accessKeyID: id,
      secretAccessKey: key,
      sessionToken: answer[tokenKey]?.stringValue,
      expiry: end,
      source: place,
    )
  }

  /// RFC 3339, with or without parts of seconds.
  static func time(_ text: String) -> Date? {
    let styles = [Date.ISO8601FormatStyle(), .init(includingFractionalSeconds: true)]
    return styles.lazy.compactMap { try? $0.parse(text) }.first
  }
}
