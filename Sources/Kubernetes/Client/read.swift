package import JSON
package import Manifest

/// What a list brought, as of one moment.
package struct ObjectList: Sendable {
  package let items: [JSON]
  /// Where a watch goes on from.
  package let resourceVersion: String
}

extension ObjectList {
  init(list: JSON, of kind: ResourceKind) {
    items = (list["items"]?.arrayValue ?? []).map { $0.identified(as: kind) }
    resourceVersion = list["metadata"]?["resourceVersion"]?.stringValue ?? ""
  }
}

extension KubernetesClient {
  /// The object; nil where there is none, be it that the kind itself is not served.
  package func get(
    _ kind: ResourceKind,
    namespace: String? = nil,
    name: String,
  ) async throws(KubernetesError) -> JSON? {
    do throws(KubernetesError) {
      return try await call(
        APICall(endpoint: Endpoint(kind, namespace: namespace, name: name))
      )
    } catch {
      guard error.isNotFound else { throw error }
      return nil
    }
  }

  /// Every object of a kind, page after page; each with its `apiVersion` and `kind`.
  ///
  /// A kind that is not served throws `notServed`.
  package func list(
    _ kind: ResourceKind,
    namespace: String? = nil,
    labelSelector: String? = nil,
  ) async throws(KubernetesError) -> ObjectList {
    for _ in 0..<3 {
      do throws(KubernetesError) {
        return try await pages(of: kind, namespace, labelSelector)
      } catch {
        // The place to go on from was forgotten: begin again.
        guard error.status?.isExpired == true else { throw error }
      }
    }
    throw .malformedResponse("the list of \(kind.plural) expires faster than it can be read")
  }

  private func pages(
    of kind: ResourceKind,
    _ namespace: String?,
    _ labelSelector: String?,
  ) async throws(KubernetesError) -> ObjectList {
    var items: [JSON] = []
    var next: String? = nil
    while true {
      let page = try await page(of: kind, namespace, labelSelector, next)
      let list = ObjectList(list: page, of: kind)
      items += list.items
      next = page["metadata"]?["continue"]?.stringValue
      if next?.isEmpty ?? true {
        return ObjectList(items: items, resourceVersion: list.resourceVersion)
      }
    }
  }

  private func page(
    of kind: ResourceKind,
    _ namespace: String?,
    _ labelSelector: String?,
    _ next: String?,
  ) async throws(KubernetesError) -> JSON {
    var endpoint = Endpoint(kind, namespace: namespace)
    endpoint.query = [("limit", "500")]
    if let labelSelector { endpoint.query.append(("labelSelector", labelSelector)) }
    if let next { endpoint.query.append(("continue", next)) }
    do throws(KubernetesError) {
      return try await call(APICall(endpoint: endpoint))
    } catch {
      throw error.isNotFound ? .notServed(kind: kind.groupKind) : error
    }
  }
}

extension JSON {
  /// Elements of lists leave out what the list says already.
  fileprivate func identified(as kind: ResourceKind) -> JSON {
    guard case .object(var members) = self else { return self }
    members["apiVersion"] = .string(kind.apiVersion)
    members["kind"] = .string(kind.kind)
    return .object(members)
  }
}
