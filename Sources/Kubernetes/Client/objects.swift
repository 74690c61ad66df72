package import Facts
package import JSON
package import Objects

extension KubernetesClient {
  /// One object; nil where it, or its kind, does not exist.
  package func get(_ object: ObjectReference) async throws(KubernetesError) -> JSON? {
    do throws(KubernetesError) {
      return try await send(Call(endpoint: Endpoint(object), answer: .object(object)))
    } catch {
      if error.tellsThatNone(object.kind) { return nil }
      throw error
    }
  }

  /// All objects of a kind, in one namespace or in all (nil), page by page.
  ///
  /// Items get the `apiVersion` and `kind` that the API leaves out of lists. A kind that the
  /// cluster does not have throws `notServed`.
  package func list(
    _ kind: ResourceKind,
    namespace: String?,
    labelSelector: String? = nil,
    fieldSelector: String? = nil,
  ) async throws(KubernetesError) -> ObjectList {
    var result = ObjectList(items: [], resourceVersion: "")
    var continuation: String?
    var passed: Set<String> = []
    var size = 0
    let selectors = [("labelSelector", labelSelector), ("fieldSelector", fieldSelector)]
      .compactMap { name, value in value.map { (name: name, value: $0) } }
    repeat {
      let (page, pageSize) = try await page(of: kind, namespace, selectors, continuation)
      size += pageSize
      result.items += (page["items"]?.arrayValue ?? []).map { $0.naming(kind) }
      result.resourceVersion = page.metadata.resourceVersion ?? ""
      continuation = page.metadata.continuation
      guard size <= Self.listLimit else {
        throw .transport(TransportError(.tooLarge(limit: Self.listLimit), url: server))
      }
      if let continuation, !passed.insert(continuation).inserted || passed.count == Self.pageLimit {
        throw .malformedAnswer(.endlessList, from: Answerer(url: server))
      }
    } while continuation != nil
    return result
  }

  /// Bytes of all pages together.
  private static let listLimit = 64 << 20
  /// Pages, each of 500 objects unless the server gives fewer.
  private static let pageLimit = 1_000

  /// One page; `continuation` is where the one before ended.
  private func page(
    of kind: ResourceKind,
    _ namespace: String?,
    _ selectors: [(name: String, value: String)],
    _ continuation: String?,
  ) async throws(KubernetesError) -> (answer: JSON, size: Int) {
    var query = [(name: "limit", value: "500")] + selectors
    if let continuation { query.append(("continue", continuation)) }
    do throws(KubernetesError) {
      let endpoint = Endpoint(kind, namespace: namespace, query: query)
      return try await exchange(Call(endpoint: endpoint, answer: .list(kind)))
    } catch {
      throw error.tellsThatNone(kind) ? .notServed(kind: kind.groupKind) : error
    }
  }
}

extension JSON {
  /// An item of a list, which comes without its own kind.
  fileprivate func naming(_ kind: ResourceKind) -> JSON {
    guard case .object(let members) = self else { return self }
    var named: JSONObject = [
      "apiVersion": .string(kind.apiVersion), "kind": .string(kind.kind),
    ]
    for member in members { named[member.key] = member.value }
    return .object(named)
  }
}
