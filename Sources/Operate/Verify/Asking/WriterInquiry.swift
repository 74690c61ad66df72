import Facts
import FoundationEssentials
import HTTP
import JSON
import Kubernetes
import Metrics
import Objects
import Templates
import Text
import YAML

/// Asks a cluster how its writing goes, and goes to the hub as it would.
struct WriterInquiry: Sendable {
  let cluster: ClusterArrivals
  let client: KubernetesClient
  let transport: HTTPTransport
  let limits: MetricsLimits

  /// - `knocks`: whether the hub's door is tried, which is of use where nothing comes from the cluster.
  /// - `sample`: what is written there as the cluster; nil writes nothing.
  func ask(knocks: Bool, writing sample: Series? = nil) async -> WriterAnswers {
    let request = WriteRequest(sample.map { [$0] } ?? [])
    async let own = ownState()
    async let knock = knocks || sample != nil ? knock(with: request) : nil
    var answers = WriterAnswers(own: await own, knock: await knock)
    answers.serverSkew = client.time.map { $0.timeIntervalSince(Date()) }
    return answers
  }

  // MARK: Its own Prometheus

  /// It is there, and what its clock says.
  private func ownState() async -> Result<WriterAnswers.OwnState, MetricsFailure>? {
    guard let own = cluster.own else { return nil }
    let api = MetricsAPI(.serviceProxy(ServiceAddress(own), of: client), limits: limits)
    do throws(MetricsFailure) {
      let answer = try await api.query("time()").value.first
      let now = Date().timeIntervalSince1970
      return .success(WriterAnswers.OwnState(skew: (answer?.value ?? now) - now))
    } catch {
      return .failure(error)
    }
  }

  // MARK: The hub's door

  /// nil where the fleet does not say how the cluster writes.
  private func knock(with request: WriteRequest) async -> Knock? {
    guard let writer = cluster.writer else { return nil }
    do throws(KubernetesError) {
      guard let live = try await client.get(writer.object) else {
        return .lacks(.noWriter(writer.object))
      }
      guard let settings = writer.entry(in: live), let url = settings["url"]?.stringValue,
        !url.isEmpty
      else { return .lacks(.noAddress(writer.object)) }
      return try await knock(at: url, with: request, settings, beside: writer.object)
    } catch {
      return .unread(error)
    }
  }

  /// Shows the hub what the cluster has to show.
  private func knock(
    at url: String,
    with content: WriteRequest,
    _ settings: JSON,
    beside object: ObjectReference,
  ) async throws(KubernetesError) -> Knock {
    // Without a series nothing is written, and the door opens or does not.
    var request = HTTPRequest(.post, url, body: content.body, timeout: limits.time)
    request.headers =
      [HTTPHeader("User-Agent", "fedctl")]
      + WriteRequest.headers.map { HTTPHeader($0.name, $0.value) }
    if let named = settings["authorization"]?["credentials"] {
      let (secret, key) = (reference(.secret, named, beside: object), named.key)
      guard let token = try await text(of: secret, key) else {
        return .lacks(.noToken(secret, key: key))
      }
      request.headers.append(HTTPHeader("Authorization", "Bearer \(token)"))
    }
    let tls = settings["tlsConfig"]
    request.tls.serverName = tls?["serverName"]?.stringValue
    for kind in [ResourceKind.secret, .configMap] {
      let name = kind == .secret ? "secret" : "configMap"
      guard let named = tls?["ca"]?[name] else { continue }
      let (object, key) = (reference(kind, named, beside: object), named.key)
      guard let authority = try await text(of: object, key) else {
        return .lacks(.noAuthority(object, key: key))
      }
      request.tls.authorities = Array(authority.utf8)
    }
    return await send(request)
  }

  private func send(_ request: HTTPRequest) async -> Knock {
    do throws(TransportError) {
      let response = try await transport.send(request)
      return .answered(
        status: response.status,
        said: response.isSuccess ? nil : Answerer.beginning(of: response.body),
      )
    } catch {
      return .unanswered(error)
    }
  }

  private func reference(
    _ kind: ResourceKind,
    _ named: JSON,
    beside object: ObjectReference,
  ) -> ObjectReference {
    ObjectReference(
      cluster: object.cluster,
      kind,
      namespace: object.namespace,
      name: named["name"]?.stringValue ?? "",
    )
  }

  /// What stands under a key; nil where there is nothing.
  private func text(
    of object: ObjectReference,
    _ key: String,
  ) async throws(KubernetesError) -> String? {
    guard let value = try await client.get(object)?["data"]?[key]?.stringValue else { return nil }
    let text = object.kind == .secret ? Base64.string(of: value) ?? "" : value
    return text.isEmpty ? nil : text
  }
}

extension JSON {
  /// Of a reference to a key of an object.
  fileprivate var key: String { self["key"]?.stringValue ?? "" }
}

extension WriterSettings {
  /// The fleet's entry of the list; nil where there is none, or the settings cannot be read.
  func entry(in live: JSON) -> JSON? {
    let list = path.reduce(settings(in: live)) { $0[$1] ?? .null }["remoteWrite"]?.arrayValue
    guard let name else { return list?.first }
    return list?.first { $0["name"]?.stringValue == name }
  }

  private func settings(in live: JSON) -> JSON {
    guard let textKey else { return live }
    guard let text = live["data"]?[textKey]?.stringValue else { return .null }
    return (try? YAML.document(Array(text.utf8), file: textKey))?.json ?? .null
  }
}

extension ServiceAddress {
  /// As the templates have it.
  init(_ service: QueryService) {
    self.init(
      namespace: service.service.namespace ?? "",
      name: service.service.name,
      port: service.port,
      isTLS: service.isEncrypted,
    )
  }
}
