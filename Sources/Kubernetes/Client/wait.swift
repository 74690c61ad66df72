internal import HTTP
package import JSON
package import Manifest

extension KubernetesClient {
  /// Follows one object until it is ready, and tells every change of its readiness.
  ///
  /// What says that it has failed throws `failed`; whatever is not ready in time, `timedOut` with
  /// the last readiness.
  package func wait(
    for kind: ResourceKind,
    namespace: String? = nil,
    name: String,
    timeout: Duration,
    until judge: @escaping @Sendable (JSON?) -> Readiness,
    onProgress: @escaping @Sendable (Readiness) async -> Void = { _ in },
  ) async throws(KubernetesError) -> JSON? {
    var observation = Observation(
      client: self,
      kind: kind,
      namespace: namespace,
      name: name,
      deadline: ContinuousClock.now + timeout,
      judge: judge,
      onProgress: onProgress,
    )
    return try await observation.run()
  }
}

/// Reads an object, then watches it from there; whenever that breaks off, does so again.
private struct Observation {
  let client: KubernetesClient
  let kind: ResourceKind
  let namespace: String?
  let name: String
  let deadline: ContinuousClock.Instant
  let judge: @Sendable (JSON?) -> Readiness
  let onProgress: @Sendable (Readiness) async -> Void

  private static let longestWatch = Duration.seconds(300)
  /// Between looks at something that cannot be watched.
  private static let pause = Duration.seconds(1)

  private var last: Readiness? = nil

  init(
    client: KubernetesClient,
    kind: ResourceKind,
    namespace: String?,
    name: String,
    deadline: ContinuousClock.Instant,
    judge: @escaping @Sendable (JSON?) -> Readiness,
    onProgress: @escaping @Sendable (Readiness) async -> Void,
  ) {
    self.client = client
    self.kind = kind
    self.namespace = namespace
    self.name = name
    self.deadline = deadline
    self.judge = judge
    self.onProgress = onProgress
  }

  mutating func run() async throws(KubernetesError) -> JSON? {
    while true {
      let list = try await look()
      if let list {
        if try await settles(list.items.first) { return list.items.first }
        if let object = try await watch(from: list.resourceVersion) { return object.value }
      } else if try await settles(nil) {
        return nil
      }
      let left = deadline - ContinuousClock.now
      guard left > .zero else { throw .timedOut(last ?? .waiting("nothing is known of it")) }
      guard (try? await Task.sleep(for: min(left, Self.pause))) != nil else { throw .cancelled }
    }
  }

  /// A list of one, for its resource version; nil while the kind is not served.
  private func look() async throws(KubernetesError) -> ObjectList? {
    var endpoint = Endpoint(kind, namespace: namespace)
    endpoint.query = [("fieldSelector", "metadata.name=\(name)")]
    do throws(KubernetesError) {
      return ObjectList(list: try await client.call(APICall(endpoint: endpoint)), of: kind)
    } catch {
      guard error.isNotFound else { throw error }
      return nil
    }
  }

  private mutating func settles(_ object: JSON?) async throws(KubernetesError) -> Bool {
    let readiness = judge(object)
    if readiness != last { await onProgress(readiness) }
    last = readiness
    switch readiness {
    case .ready: return true
    case .waiting: return false
    case .failed(let reason): throw .failed(reason)
    }
  }

  private struct Settled {
    let value: JSON?
  }

  /// nil when the watch broke off, as every watch does.
  private mutating func watch(from version: String) async throws(KubernetesError) -> Settled? {
    let left = min(deadline - ContinuousClock.now, Self.longestWatch)
    guard left > .zero else { return nil }
    var endpoint = Endpoint(kind, namespace: namespace)
    endpoint.query = [
      ("watch", "1"), ("fieldSelector", "metadata.name=\(name)"), ("resourceVersion", version),
      ("allowWatchBookmarks", "true"), ("timeoutSeconds", "\(left.components.seconds + 1)"),
    ]
    let call = APICall(endpoint: endpoint, timeout: left)
    var lines = LineSplitter()
    var outcome: Result<Settled?, KubernetesError> = .success(nil)
    do throws(KubernetesError) {
      try await client.stream(call) { bytes in
        for line in lines.lines(completedBy: bytes) {
          outcome = await follow(line)
          guard case .success(nil) = outcome else { return .stop }
        }
        return lines.isOverlong ? .stop : .more
      }
    } catch {
      guard error.isWatchEnd else { throw error }
    }
    return try outcome.get()
  }

  private mutating func follow(_ line: [UInt8]) async -> Result<Settled?, KubernetesError> {
    guard let event = try? JSON(parsing: line) else { return .success(nil) }
    let object: JSON?
    switch event["type"]?.stringValue {
    case "ADDED", "MODIFIED": object = event["object"]
    case "DELETED": object = nil
    default: return .success(nil)
    }
    do throws(KubernetesError) {
      return .success(try await settles(object) ? Settled(value: object) : nil)
    } catch {
      return .failure(error)
    }
  }
}

extension KubernetesError {
  /// Ends after which one looks again: of the connection, of the time, of the server's memory.
  fileprivate var isWatchEnd: Bool {
    switch self {
    case .transport(let error):
      switch error.reason {
      case .dropped, .timedOut: true
      default: false
      }
    case .status(let status): status.isExpired || status.code >= 500 || status.code == 429
    default: false
    }
  }
}
