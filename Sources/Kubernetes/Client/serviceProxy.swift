package import Facts
package import HTTP

extension KubernetesClient {
  /// What the program behind a Service answers to a GET, whatever its status: the API server passes it on.
  ///
  /// `path` begins with a slash and is percent-encoded, with its query. What the API server says itself (no such
  /// Service, no pod behind it, no right to `services/proxy`) is thrown as `status`. The kubeconfig's
  /// identity is shown to the API server alone; the program gets none.
  package func ask(
    _ service: ServiceAddress,
    _ path: String,
    maximumSize: Int,
  ) async throws(KubernetesError) -> HTTPResponse {
    let endpoint = Endpoint(path: service.proxyPath + path)
    return try await answer(
      to: Call(endpoint: endpoint, answer: .foreign(limit: maximumSize), accept: "*/*")
    )
  }
}
