/// Why there are no credentials for the bucket.
package enum CredentialSourceError: Error, Hashable, Sendable {
  /// The places that were looked at.
  case nothingFound([String])
  case incomplete(place: String, missing: String)
}

extension CredentialSourceError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .nothingFound(let places):
      "no bucket credentials in \(places.joined(separator: " or ")); "
        + "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE"
    case .incomplete(let place, let missing):
      "\(place) has half a key pair: \(missing) is missing"
    }
  }
}
