package import Facts
import JSON

extension KubernetesClient {
  /// The API server's version, as `v1.36.2`.
  package func version() async throws(KubernetesError) -> String {
    let answer = try await send(Call(endpoint: Endpoint(path: "/version"), answer: .version))
    return answer["gitVersion"]?.stringValue ?? ""
  }

  /// The versions in which the cluster serves a group of kinds; none where it does not.
  package func servedVersions(of group: String) async throws(KubernetesError) -> [String] {
    do throws(KubernetesError) {
      let endpoint = Endpoint(path: "/apis/\(group)")
      let answer = try await send(Call(endpoint: endpoint, answer: .document(["APIGroup"])))
      return (answer["versions"]?.arrayValue ?? []).compactMap { $0["version"]?.stringValue }
    } catch {
      if error.isNotFound { return [] }
      throw error
    }
  }
}
