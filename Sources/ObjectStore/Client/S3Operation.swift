import Digest
import HTTP
import Text

/// What a request's success looks like: whoever answers otherwise may be no S3 server.
enum S3Answer: Hashable, Sendable {
  /// No body, or one that says nothing.
  case nothing
  /// XML, whose root has this name; or one of those that some servers take in its place.
  case document(String, or: [String] = [])
  /// An object's own bytes.
  case bytes
}

/// One request of the S3 API, apart from where the bucket is and who asks.
struct S3Operation: Sendable {
  let method: HTTPRequest.Method
  /// The IAM action that it needs, as `s3:ListBucket`.
  let permission: String
  /// What a success looks like.
  let answer: S3Answer
  /// nil for the bucket itself.
  var key: String?
  var query: [String: String] = [:]
  var headers: [HTTPHeader] = []
  var body: [UInt8] = []
  /// Bytes beyond which the answer is refused; nil for the transport's own limit.
  var sizeLimit: Int?

  init(
    _ method: HTTPRequest.Method,
    _ query: [String: String] = [:],
    needs permission: String,
    gives answer: S3Answer = .nothing,
  ) {
    self.method = method
    self.query = query
    self.permission = permission
    self.answer = answer
  }

  /// The same, of one object.
  func key(_ key: String) -> S3Operation {
    var copy = self
    copy.key = key
    return copy
  }

  /// With a body that the server can check; several requests are refused without it.
  func body(_ body: [UInt8]) -> S3Operation {
    var copy = self
    copy.body = body
    copy.headers.append(HTTPHeader("Content-MD5", Base64.text(of: Digest.md5(body).bytes)))
    copy.headers.append(HTTPHeader("Content-Type", "application/xml"))
    return copy
  }
}
