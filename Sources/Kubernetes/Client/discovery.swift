package import Facts
import JSON
import Objects

extension KubernetesClient {
  /// Asks for everything that the cluster serves, in all versions of all groups.
  ///
  /// The preferred version of a group shows only the kinds that this version has: OLM's v2 has no
  /// Subscription, and `monitoring.coreos.com/v1` no ScrapeConfig.
  package func servedKinds() async throws(KubernetesError) -> ServedKinds {
    var served = ServedKinds()
    for root in ["/api", "/apis"] {
      let answer = try await send(
        Call(
          endpoint: Endpoint(path: root),
          answer: .document(["APIGroupDiscoveryList", "APIVersions", "APIGroupList"]),
          accept: Self.discoveryForms,
        )
      )
      if answer["kind"] == "APIGroupDiscoveryList" {
        served.add(groups: answer["items"]?.arrayValue ?? [])
      } else {
        await add(answer.groupVersions, to: &served)
      }
    }
    return served
  }

  /// The versions of all groups but the core one, as `apps/v1`.
  package func servedGroupVersions() async throws(KubernetesError) -> Set<String> {
    let call = Call(endpoint: Endpoint(path: "/apis"), answer: .document(["APIGroupList"]))
    return Set(try await send(call).groupVersions)
  }

  /// All groups with their resources in one answer, since Kubernetes 1.26; older servers list the groups.
  private static let discoveryForms = [
    "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList",
    "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList",
    "application/json",
  ].joined(separator: ",")

  /// Asks each version of each group by itself.
  private func add(_ groupVersions: [String], to served: inout ServedKinds) async {
    let answers = await withTaskGroup(of: (String, [ResourceKind]?).self) { group in
      for version in groupVersions {
        group.addTask { (version, try? await kinds(of: version)) }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = .some($1.1) }
    }
    for version in groupVersions {
      if let kinds = answers[version] ?? nil {
        for kind in kinds { served.add(kind) }
      } else {
        served.unreadable.append(version)
      }
    }
  }

  /// What one version of a group serves.
  private func kinds(of groupVersion: String) async throws(KubernetesError) -> [ResourceKind] {
    let parts = groupVersion.split(separator: "/").map(String.init)
    let path = parts.count > 1 ? "/apis/\(groupVersion)" : "/api/\(groupVersion)"
    let list = try await send(
      Call(endpoint: Endpoint(path: path), answer: .document(["APIResourceList"]))
    )
    return (list["resources"]?.arrayValue ?? []).compactMap { resource in
      guard resource["namespaced"] == true, resource.canBeListedAndDeleted,
        let name = resource["name"]?.stringValue, !name.contains("/"),
        let kind = resource["kind"]?.stringValue
      else { return nil }
      return ResourceKind(parts.count > 1 ? parts[0] : "", parts.last ?? "", kind, name)
    }
  }
}

extension ServedKinds {
  /// The items of an `APIGroupDiscoveryList` (apidiscovery.k8s.io).
  ///
  /// A version is stale where the server behind it has not answered: what it serves is not known.
  fileprivate mutating func add(groups: [JSON]) {
    for group in groups {
      let name = group.metadata.name ?? ""
      for version in group["versions"]?.arrayValue ?? [] {
        let text = version["version"]?.stringValue ?? ""
        if version["freshness"] == "Stale" {
          unreadable.append(name.isEmpty ? text : "\(name)/\(text)")
        }
        for resource in version["resources"]?.arrayValue ?? [] {
          guard resource["scope"] == "Namespaced", resource.canBeListedAndDeleted,
            let plural = resource["resource"]?.stringValue,
            let kind = resource["responseKind"]?["kind"]?.stringValue
          else { continue }
          add(ResourceKind(name, text, kind, plural))
        }
      }
    }
  }
}

extension JSON {
  /// The versions of the core group in an `APIVersions`, or all versions in an `APIGroupList`.
  fileprivate var groupVersions: [String] {
    let core = (self["versions"]?.arrayValue ?? []).compactMap(\.stringValue)
    let named = (self["groups"]?.arrayValue ?? []).flatMap { $0["versions"]?.arrayValue ?? [] }
    return core + named.compactMap { $0["groupVersion"]?.stringValue }
  }

  /// What has no objects of its own, as a review, or cannot be deleted, as a catalogue, loses none.
  fileprivate var canBeListedAndDeleted: Bool {
    let verbs = (self["verbs"]?.arrayValue ?? []).compactMap(\.stringValue)
    return verbs.contains("list") && verbs.contains("delete")
  }
}
