import Diagnostics
import ObjectStore
import XML

extension S3Error {
  /// What, where, why, and what to do next; never a key.
  var words: String {
    switch self {
    case .transport(let error): error.words
    case .refused(let failure): failure.words
    case .malformed(let request, let flaw):
      "the answer to \(request) is not S3's: \(flaw.words); is `endpoint` an S3 server?"
    case .credentials(let error): error.words
    }
  }
}

extension S3AnswerFlaw {
  /// As it follows what was asked.
  fileprivate var words: String {
    switch self {
    case .unreadable(let error, nil): "line \(error.line): \(error.reason.words)"
    case .unreadable(let error, let beginning?):
      "line \(error.line): \(error.reason.words); it begins with `\(beginning)`"
    case .otherDocument(let root, let expected):
      "it is <\(Printable.text(root))>, not <\(expected)>"
    case .notEmpty(let root): "it is <\(Printable.text(root))>, where nothing was to be said"
    case .withoutUploadID: "it has no UploadId"
    case .badlyEncodedKey: "a key is badly encoded"
    case .withoutNextPage: "it ends without saying where"
    case .endless: "a page of a listing begins where one before it began"
    case .keysStillListed(let keys):
      "it confirmed the deletion of keys that it still lists, as "
        + Sentence.some(keys.map(Printable.text))
    }
  }
}

extension XMLError.Reason {
  /// As it follows what was asked.
  fileprivate var words: String {
    switch self {
    case .malformed(let said): said
    case .tooDeep(let limit): "more than \(limit) levels of nesting"
    case .hasDocumentType: "a document type"
    case .outOfMemory: "out of memory"
    }
  }
}

extension S3Failure {
  /// As it follows what was asked.
  fileprivate var words: String {
    switch kind {
    case .missing:
      "bucket \(bucket) does not exist at \(endpoint); "
        + "create it, or write `create: true` under `bucket`"
    case .accessKeyUnknown:
      "\(endpoint) does not know the access key id from \(credentialSource.words)"
    case .secretKeyWrong:
      "the secret key from \(credentialSource.words) does not belong to its access key id, "
        + "says \(endpoint)"
    case .sessionRefused:
      "\(endpoint) refuses the session token from \(credentialSource.words): \(message)"
    case .denied:
      "\(endpoint) denies \(permission) on bucket \(bucket) to the credentials from "
        + "\(credentialSource.words): \(message)"
    case .clock:
      "this machine's clock and that of \(endpoint) differ by more than 15 minutes; set the clock"
    case .region: wrongRegion
    case .nameTaken:
      "somebody else's bucket has the name \(bucket) at \(endpoint); choose another name"
    case .notEmpty: "bucket \(bucket) is not empty"
    case .overloaded:
      "\(endpoint) asks to slow down and did not recover (\(code)); run it again later"
    case .other: other
    }
  }

  /// With the right one, where the server tells it.
  private var wrongRegion: String {
    guard let region else {
      return "\(endpoint) says that the region is wrong: \(message); mend `region` under `bucket`"
    }
    return BucketObstacle.otherRegion(bucket: bucket, region: region).words
  }

  /// The server's own words, for what has none of ours.
  private var other: String {
    let reason = [code, message].filter { !$0.isEmpty }.joined(separator: ": ")
    let words = reason.isEmpty ? "" : ", \(reason)"
    let said = page.map { ": \($0)" } ?? ""
    return "\(endpoint) answered \(status) to \(permission) on bucket \(bucket)\(words)\(said)"
      + answerer.shortClause
  }
}
