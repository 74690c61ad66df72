import Facts
import FoundationEssentials
import JSON
import Kubernetes
import Objects
import Testing

@Suite struct KubernetesClientTests {
  private static let claim = ObjectReference(
    cluster: "hub",
    .persistentVolumeClaim,
    namespace: "thanos",
    name: "data-0",
  )
  private static let liveClaim: JSON = [
    "kind": "PersistentVolumeClaim", "apiVersion": "v1", "metadata": ["name": "data-0"],
  ]

  @Test func `a list is read page by page, and its items are told their kind`() async throws {
    let seen = Record<[String: String]>()
    try await APIServer.run { request in
      seen.add(request.query)
      return switch request.query["continue"] {
      case nil:
        .json([
          "kind": "SecretList", "apiVersion": "v1",
          "metadata": ["continue": "two", "resourceVersion": "1"],
          "items": [["metadata": ["name": "a"]], ["metadata": ["name": "b"]]],
        ])
      case "two":
        .json([
          "kind": "SecretList", "apiVersion": "v1",
          "metadata": ["continue": "", "resourceVersion": "2"],
          "items": [["metadata": ["name": "c"]]],
        ])
      default: .failure(410, "Expired")
      }
    } _: { client in
      let list = try await client.list(.secret, namespace: nil, labelSelector: "a=b")
      #expect(list.items.map(\.metadata.name) == ["a", "b", "c"])
      #expect(list.items.allSatisfy { $0["kind"] == "Secret" && $0["apiVersion"] == "v1" })
      #expect(list.resourceVersion == "2")
    }
    #expect(seen.all.map { $0["labelSelector"] } == ["a=b", "a=b"])
    #expect(seen.all.map { $0["limit"] } == ["500", "500"])
  }

  @Test func `a page that has expired is a failure, not the end of the list`() async throws {
    try await APIServer.run { request in
      request.query["continue"] == nil
        ? .json([
          "kind": "SecretList", "apiVersion": "v1", "metadata": ["continue": "two"],
          "items": [["metadata": ["name": "a"]]],
        ])
        : .failure(410, "Expired")
    } _: { client in
      let error = await #expect(throws: KubernetesError.self) {
        try await client.list(.secret, namespace: nil)
      }
      #expect(error?.status?.isExpired == true)
    }
  }

  @Test func `a kind that is not there is told apart from an empty list`() async throws {
    try await APIServer.run { _ in
      .failure(404, "NotFound")
    } _: { client in
      await #expect(throws: KubernetesError.notServed(kind: "Route.route.openshift.io")) {
        try await client.list(.route, namespace: "thanos")
      }
      let answer = try await client.get(Self.claim)
      #expect(answer == nil)
    }
  }

  @Test func `deleting with a uid asks the server to hold it against the object`() async throws {
    let seen = Record<APIServer.Request>()
    try await APIServer.run { request in
      seen.add(request)
      return .json(["kind": "Status", "status": "Success"])
    } _: { client in
      let answer = try await client.delete(Self.claim, uid: "1234")
      #expect(answer)
    }
    let request = try #require(seen.all.first)
    #expect(request.method == "DELETE")
    #expect(request.path == "/api/v1/namespaces/thanos/persistentvolumeclaims/data-0")
    #expect(request.body["preconditions"]?["uid"] == "1234")
    #expect(request.body["propagationPolicy"] == "Background")
  }

  @Test func `an object made since is left alone, and one that has gone is no failure`()
    async throws
  {
    try await APIServer.run { request in
      request.body["preconditions"] == nil ? .failure(404, "NotFound") : .failure(409, "Conflict")
    } _: { client in
      let error = await #expect(throws: KubernetesError.self) {
        _ = try await client.delete(Self.claim, uid: "old")
      }
      #expect(error?.isConflict == true)
      let answer = try await client.delete(Self.claim)
      #expect(answer == false)
    }
  }

  @Test func `a token that is refused is read anew, once`() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("old\n".utf8).write(to: file)
    let seen = Record<String>()
    try await APIServer.run(credential: Credential(.tokenFile(file.path))) { request in
      seen.add(request.authorization)
      guard request.authorization == "Bearer old" else { return .json(Self.liveClaim) }
      try Data("new\n".utf8).write(to: file)
      return .failure(401, "Unauthorized")
    } _: { client in
      let answer = try await client.get(Self.claim)
      #expect(answer == Self.liveClaim)
    }
    #expect(seen.all == ["Bearer old", "Bearer new"])
  }

  @Test func `a token that cannot change is shown once`() async throws {
    let seen = Record<String>()
    try await APIServer.run(credential: Credential(.token("fixed"))) { request in
      seen.add(request.authorization)
      return .failure(401, "Unauthorized")
    } _: { client in
      let error = await #expect(throws: KubernetesError.self) {
        _ = try await client.get(Self.claim)
      }
      #expect(error?.isUnauthorized == true)
    }
    #expect(seen.all == ["Bearer fixed"])
  }
}
