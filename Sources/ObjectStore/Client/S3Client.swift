import Facts
import FoundationEssentials
package import HTTP
import Synchronization
import XML

/// Speaks to one bucket.
///
/// Every operation of ours has the same effect however often it arrives, so all are tried again when
/// the server or the network falters.
package final class S3Client: Sendable {
  package let location: S3Location
  private let credentials: CredentialProvider
  private let transport: HTTPTransport
  private let session: Mutex<Session>

  /// What was learnt on the way.
  private struct Session {
    var region: String
    /// Seconds by which the server's clock is ahead of ours.
    var clockOffset: TimeInterval = 0
  }

  package init(
    _ location: S3Location,
    credentials: CredentialProvider,
    transport: HTTPTransport,
  ) {
    self.location = location
    self.credentials = credentials
    self.transport = transport
    session = Mutex(Session(region: location.region))
  }

  /// The region that the bucket turned out to be in.
  package var region: String { session.withLock(\.region) }

  func send(_ operation: S3Operation) async throws(S3Error) -> HTTPResponse {
    var recovery = S3Recovery()
    while true {
      do throws(S3Error) {
        return try await attempt(operation)
      } catch {
        guard !Task.isCancelled, let step = recovery.step(after: error) else { throw error }
        try await take(step)
      }
    }
  }

  /// The root element of the answer.
  func document(_ operation: S3Operation) async throws(S3Error) -> XMLElement {
    try XMLElement(body: try await send(operation).body, of: operation)
  }

  /// A success that is none: S3 may answer an error with 200, and a login page is no S3 server's at all.
  private func distrust(
    _ response: HTTPResponse,
    to operation: S3Operation,
    source: CredentialPlace,
  ) throws(S3Error) {
    switch operation.answer {
    case .bytes: return
    case .nothing where response.body.allSatisfy(\.isWhitespace): return
    case .nothing, .document: break
    }
    let root = try XMLElement(body: response.body, of: operation)
    if root.name == "Error" { throw .refused(failure(response, of: operation, source: source)) }
    switch operation.answer {
    case .document(let expected, let others) where !(others + [expected]).contains(root.name):
      throw .malformed(
        request: operation.permission,
        .otherDocument(root: root.name, expected: expected),
      )
    case .nothing where root.name.lowercased() == "html":
      throw .malformed(request: operation.permission, .notEmpty(root: root.name))
    case .nothing, .document, .bytes: break
    }
  }

  /// One request, signed now.
  private func attempt(_ operation: S3Operation) async throws(S3Error) -> HTTPResponse {
    let keys = try await credentials.current()
    let (region, offset) = session.withLock { ($0.region, $0.clockOffset) }
    let place = location.place(of: operation.key, in: region)
    var request = AWSRequest(
      operation.method,
      scheme: place.scheme,
      host: place.host,
      path: place.path,
      query: operation.query,
      headers: operation.headers,
      body: operation.body,
    )
    if let owner = location.owner {
      request.headers.append(HTTPHeader("x-amz-expected-bucket-owner", owner))
    }
    let response = try await send(
      request,
      headers: RequestSigner(keys, region: region)
        .headers(of: request, at: Date().addingTimeInterval(offset)),
      limit: operation.sizeLimit,
    )
    if response.isSuccess {
      try distrust(response, to: operation, source: keys.source)
      return response
    }
    throw .refused(failure(response, of: operation, source: keys.source))
  }

  private func send(
    _ request: AWSRequest,
    headers: [HTTPHeader],
    limit: Int?,
  ) async throws(S3Error) -> HTTPResponse {
    var sent = HTTPRequest(
      request.method,
      request.url,
      headers: headers,
      body: request.body,
      tls: location.tls,
    )
    if let limit { sent.maximumResponseSize = limit }
    do throws(TransportError) { return try await transport.send(sent) } catch {
      throw .transport(error)
    }
  }

  /// Whatever the step asks for, before the next try.
  private func take(_ step: S3Recovery.Step) async throws(S3Error) {
    switch step {
    case .wait(let pause): try? await Task.sleep(for: pause)
    case .otherRegion(let region): session.withLock { $0.region = region }
    case .otherClock(let server):
      session.withLock { $0.clockOffset = server.timeIntervalSince(Date()) }
    case .freshCredentials: try await credentials.refresh()
    }
  }

  /// What the server said, with where and as whom it was asked.
  private func failure(
    _ response: HTTPResponse,
    of operation: S3Operation,
    source: CredentialPlace,
  ) -> S3Failure {
    let body = try? XMLElement(parsing: response.body)
    let code = body?["Code"]?.text ?? (response.isOfMissingBucket ? "NoSuchBucket" : nil)
    return S3Failure(
      status: response.status,
      code: code ?? "",
      message: body?["Message"]?.text ?? "",
      page: code == nil ? Answerer.beginning(of: response.body) : nil,
      answerer: code == nil ? Answerer(response, to: location.url) : nil,
      permission: operation.permission,
      bucket: location.bucket,
      endpoint: location.endpoint,
      credentialSource: source,
      region: response.values(of: "x-amz-bucket-region").first ?? body?["Region"]?.text,
      date: response.values(of: "date").first,
    )
  }
}

extension HTTPResponse {
  /// A 404 without a word of why says that there is no bucket, where an S3 server has given it; others say so of
  /// every path that they do not know.
  fileprivate var isOfMissingBucket: Bool {
    let marks = ["x-amz-request-id", "x-amz-id-2", "x-amz-bucket-region"]
    return status == 404 && body.isEmpty && marks.contains { !values(of: $0).isEmpty }
  }
}

extension XMLElement {
  /// The root of an answer's body.
  fileprivate init(body: [UInt8], of operation: S3Operation) throws(S3Error) {
    do throws(XMLError) {
      try self.init(parsing: body)
    } catch {
      throw .malformed(
        request: operation.permission,
        .unreadable(error, begins: Answerer.beginning(of: body)),
      )
    }
  }
}

extension UInt8 {
  /// As XML has it.
  fileprivate var isWhitespace: Bool { [0x20, 0x09, 0x0A, 0x0D].contains(self) }
}
