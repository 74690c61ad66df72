import Facts
import FoundationEssentials
import HTTP
import Kubernetes
import Metrics
import Objects
import Templates

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
  private func knock(with content: WriteRequest) async -> Knock? {
    do throws(KubernetesError) {
      switch try await HubVisitReader(client: client).visit(as: cluster) {
      case nil: return nil
      case .lacks(let finding): return .lacks(finding)
      case .shows(let visit): return await knock(as: visit, with: content)
      }
    } catch {
      return .unread(error)
    }
  }

  /// Without a series nothing is written, and the door opens or does not.
  private func knock(as visit: HubVisit, with content: WriteRequest) async -> Knock {
    var request = HTTPRequest(.post, visit.url, body: content.body, timeout: limits.time)
    request.headers =
      [HTTPHeader("User-Agent", "fedctl")]
      + WriteRequest.headers.map { HTTPHeader($0.name, $0.value) } + visit.headers
    request.tls = visit.tls
    var knock = await send(request)
    // Whoever does not take a certificate says so and closes at once: a request that comes in between can drown what it said.
    for pause in 1...5 where request.tls.identity != nil && knock.isCutOff {
      guard (try? await Task.sleep(for: .milliseconds(100 * pause))) != nil else { break }
      knock = await send(request)
    }
    return knock
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
