package import Facts
import JSON
import Objects

extension KubernetesClient {
  /// Asks every API group what it serves.
  package func servedKinds() async throws(KubernetesError) -> ServedKinds {
    let groups = try await send(Call(endpoint: Endpoint(path: "/apis")))["groups"]?.arrayValue ?? []
    let versions = groups.compactMap { $0["preferredVersion"]?["groupVersion"]?.stringValue }
    return await withTaskGroup(of: (String, [ResourceKind]?).self) { group in
      for version in ["v1"] + versions {
        group.addTask { (version, try? await kinds(of: version)) }
      }
      return await group.reduce(into: ServedKinds()) { served, answer in
        served.kinds += answer.1 ?? []
        if answer.1 == nil { served.unreadable.append(answer.0) }
      }
    }
  }

  private func kinds(of groupVersion: String) async throws(KubernetesError) -> [ResourceKind] {
    let path = groupVersion == "v1" ? "/api/v1" : "/apis/\(groupVersion)"
    let list = try await send(Call(endpoint: Endpoint(path: path)))
    let parts = groupVersion.split(separator: "/")
    return (list["resources"]?.arrayValue ?? []).compactMap { resource in
      let verbs = (resource["verbs"]?.arrayValue ?? []).compactMap(\.stringValue)
      guard resource["namespaced"] == true, verbs.contains("list"), verbs.contains("delete"),
        let name = resource["name"]?.stringValue, !name.contains("/"),
        let kind = resource["kind"]?.stringValue
      else { return nil }
      return ResourceKind(
        parts.count > 1 ? String(parts[0]) : "",
        parts.last.map(String.init) ?? "",
        kind,
        name,
      )
    }
  }
}
