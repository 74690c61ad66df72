/// Why there are no credentials for the bucket.
package enum CredentialSourceError: Error, Hashable, Sendable {
  /// The places that were looked at.
  case nothingFound([String])
  case incomplete(place: String, missing: String)
  /// A place that says how to get credentials, and it did not work.
  case failed(place: String, reason: String)
  /// A place that wants something which fedctl does not do.
  case unsupported(place: String, what: String, remedy: String)
}

extension CredentialSourceError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .nothingFound(let places):
      "no bucket credentials in \(places.joined(separator: ", ")); "
        + "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE"
    case .incomplete(let place, let missing):
      "\(place) has half a key pair: \(missing) is missing"
    case .failed(let place, let reason): "no bucket credentials from \(place): \(reason)"
    case .unsupported(let place, let what, let remedy): "\(place) \(what); \(remedy)"
    }
  }
}
