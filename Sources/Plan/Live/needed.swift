import JSON
package import Objects

extension LiveState {
  /// The objects without those that would serve an API which somebody else serves already.
  ///
  /// The API itself stays among them, for the plan to tell whose it is.
  package func needed(_ manifests: [Manifest]) -> [Manifest] {
    let served = Set(
      manifests.filter { $0.reference.kind == .apiService && isLeftToOthers($0) }.map(\.part)
    )
    return manifests.filter { $0.reference.kind == .apiService || !served.contains($0.part) }
  }
}

extension Manifest {
  fileprivate struct Part: Hashable {
    let cluster: String
    let name: String?
  }

  fileprivate var part: Part {
    let label = body.metadata.label("app.kubernetes.io/name")
    return Part(cluster: reference.cluster, name: label)
  }
}
