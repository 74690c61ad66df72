import Facts
import HTTP
import JSON
import Kubernetes

extension MetricsAPI {
  /// Asks once and reads the answer's `data`.
  ///
  /// Nothing is tried again but what the way itself tries again: who waits for data asks anew anyway.
  func ask<Value>(
    _ question: MetricsQuestion,
    _ read: (JSON) throws(MetricsFlaw) -> Value,
  ) async throws(MetricsFailure) -> Answered<Value> {
    let response = try await response(to: try question.target())
    let answerer = Answerer(response, to: url(of: question))
    let answer = try? JSON(parsing: response.body)
    if let answer, answer["status"] == "error" {
      throw .declined(
        type: answer["errorType"]?.stringValue ?? "",
        said: answer["error"]?.stringValue ?? "",
        status: response.status,
      )
    }
    let beginning = Answerer.beginning(of: response.body)
    guard response.isSuccess else {
      throw .refused(status: response.status, said: beginning, from: answerer)
    }
    guard let answer else { throw .unreadable(.notJSON(begins: beginning), from: answerer) }
    do throws(MetricsFlaw) {
      return try Answered(reading: answer).map(read)
    } catch {
      throw .unreadable(error, from: answerer)
    }
  }

  /// What the process behind the API tells of itself at `/metrics`, of some families alone.
  ///
  /// Of a Service with several pods, one of them answers.
  package func exposed(_ names: Set<String>) async throws(MetricsFailure) -> [ExposedSample] {
    let response = try await response(to: "/metrics")
    guard response.isSuccess else {
      throw .refused(
        status: response.status,
        said: Answerer.beginning(of: response.body),
        from: Answerer(response, to: "\(base)/metrics"),
      )
    }
    return Exposition.samples(of: names, in: response.body)
  }

  /// The address that is told of an answer.
  private func url(of question: MetricsQuestion) -> String { "\(base)/api/v1/\(question.path)" }

  /// Before every path; of a Service, its proxy's.
  private var base: String {
    switch way {
    case .direct(let address, _): address.url
    case .serviceProxy(let service, let client): "\(client.server)\(service.proxyPath)"
    }
  }

  private func response(to target: String) async throws(MetricsFailure) -> HTTPResponse {
    switch way {
    case .direct(let address, let transport):
      do throws(TransportError) {
        return try await transport.send(request(target, to: address))
      } catch {
        throw .unanswered(error)
      }
    case .serviceProxy(let service, let client):
      do throws(KubernetesError) {
        return try await client.hurried(limits.time)
          .ask(service, target, maximumSize: limits.size)
      } catch {
        throw .notThrough(error)
      }
    }
  }

  private func request(_ target: String, to address: MetricsAddress) -> HTTPRequest {
    var headers = [HTTPHeader("Accept", "application/json"), HTTPHeader("User-Agent", "fedctl")]
    if let token = address.token { headers.append(HTTPHeader("Authorization", "Bearer \(token)")) }
    return HTTPRequest(
      .get,
      address.url + target,
      headers: headers,
      tls: address.tls,
      timeout: limits.time,
      maximumResponseSize: limits.size,
    )
  }
}

extension Answered<JSON> {
  /// An answer's envelope, without what is in it.
  fileprivate init(reading answer: JSON) throws(MetricsFlaw) {
    guard answer["status"] == "success", let data = answer["data"] else { throw .noData }
    func texts(_ key: String) -> [String] {
      (answer[key]?.arrayValue ?? []).compactMap(\.stringValue)
    }
    self.init(data, warnings: texts("warnings"), remarks: texts("infos"))
  }
}
