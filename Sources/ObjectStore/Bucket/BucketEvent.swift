import Facts

/// What has been done about a bucket, or could not be.
package enum BucketEvent: Hashable, Sendable {
  /// It was made, and tagged with the fleet's name.
  case created(fleet: String)
  /// It was nobody's, and has the fleet's tag now.
  case tagged(fleet: String)
  /// Whoever has no permission of their own is kept out.
  case publicAccessBlocked
  /// The server knows no block of public access.
  case publicAccessUnblockable
  /// With the server's own keys (SSE-S3).
  case encrypted
  /// The server knows no setting for encryption.
  case encryptionUnknown
  /// The server takes the setting, but no object under it, so it was taken back.
  case encryptionFailed
}

extension BucketEvent: Fact {
  /// The codes of this topic.
  package enum Code: String, FactCode {
    case created = "bucket.created"
    case tagged = "bucket.tagged"
    case publicAccessBlocked = "bucket.public-access-blocked"
    case publicAccessUnblockable = "bucket.public-access-unblockable"
    case encrypted = "bucket.encrypted"
    case encryptionUnknown = "bucket.encryption-unknown"
    case encryptionFailed = "bucket.encryption-failed"
  }

  package var code: Code {
    switch self {
    case .created: .created
    case .tagged: .tagged
    case .publicAccessBlocked: .publicAccessBlocked
    case .publicAccessUnblockable: .publicAccessUnblockable
    case .encrypted: .encrypted
    case .encryptionUnknown: .encryptionUnknown
    case .encryptionFailed: .encryptionFailed
    }
  }
}
