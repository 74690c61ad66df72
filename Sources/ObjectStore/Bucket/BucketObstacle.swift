import Facts

/// Why nothing may be applied while the bucket is as it is.
package enum BucketObstacle: Hashable, Sendable {
  /// It is in another region than the fleet file says; both in the server's words.
  case otherRegion(bucket: String, region: String)
  case failure(S3Error)
}

extension BucketObstacle: Fact {
  package typealias Code = S3Error.Code

  package var code: Code {
    switch self {
    case .otherRegion: .region
    case .failure(let error): error.code
    }
  }
}
