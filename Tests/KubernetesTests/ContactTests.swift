import Facts
import HTTP
import JSON
import Kubernetes
import Objects
import Testing

/// A cluster that keeps us waiting: for how long it is asked, and what is told.
@Suite struct ContactTests {
  private static let secret = ObjectReference(
    cluster: "hub",
    .secret,
    namespace: "thanos",
    name: "objstore",
  )

  /// Nobody listens on the first port.
  private func closed(_ patience: Patience, _ told: Record<ContactNews.Kind>) throws
    -> KubernetesClient
  {
    KubernetesClient(
      ClusterConnection(context: "test", server: "http://127.0.0.1:1"),
      transport: try HTTPTransport(),
      patience: patience,
      tell: { told.add($0.kind) },
    )
  }

  @Test func `a cluster that nobody answers for is given up after the time for a first answer`()
    async throws
  {
    let told = Record<ContactNews.Kind>()
    let patience = Patience(
      atFirst: .seconds(3),
      afterwards: .seconds(3600),
      untold: .seconds(3600),
    )
    let client = try closed(patience, told)
    let start = ContinuousClock.now
    let error = await #expect(throws: KubernetesError.self) { try await client.get(Self.secret) }
    #expect(error == .transport(TransportError(.refused, url: Self.url)))
    #expect(start.duration(to: .now) >= .seconds(3))
    #expect(told.all.allSatisfy { $0 == .failing(.refused, triedFor: .seconds(3)) })
    #expect(told.count <= 1)
  }

  private static let live: JSON = [
    "kind": "Secret", "apiVersion": "v1", "metadata": ["name": "objstore"],
  ]
  private static let url = "http://127.0.0.1:1/api/v1/namespaces/thanos/secrets/objstore"

  @Test func `a request that nobody answers is told, ends, and the next is not told again`()
    async throws
  {
    let told = Record<ContactNews.Kind>()
    let patience = Patience(
      atFirst: .seconds(1),
      afterwards: .seconds(3600),
      untold: .milliseconds(50),
    )
    try await APIServer.run(patience: patience, told: told) { _ in
      try await Task.sleep(for: .seconds(3600))
      return .json([:])
    } _: { client in
      for _ in 1...2 {
        let error = await #expect(throws: KubernetesError.self) {
          try await client.get(Self.secret)
        }
        #expect(error?.code == .unanswered)
      }
    }
    #expect(told.all == [.silent(for: .milliseconds(50))])
  }

  @Test func `a request that nobody answers is told, whatever else is answered`() async throws {
    let told = Record<ContactNews.Kind>()
    let patience = Patience(
      atFirst: .seconds(10),
      afterwards: .seconds(10),
      untold: .milliseconds(50),
    )
    let other = ObjectReference(cluster: "hub", .secret, namespace: "thanos", name: "other")
    try await APIServer.run(patience: patience, told: told) { request in
      if request.path.hasSuffix("other") { try await Task.sleep(for: .seconds(3600)) }
      return .json(Self.live)
    } _: { client in
      _ = try await client.get(Self.secret)
      async let silent = try? client.get(other)
      for _ in 0..<100_000 where told.count == 0 { _ = try await client.get(Self.secret) }
      _ = await silent
    }
    #expect(told.all.first == .silent(for: .milliseconds(50)))
  }

  @Test func `once it has answered, a cluster is waited for, and that it is back is told`()
    async throws
  {
    let told = Record<ContactNews.Kind>()
    let seen = Record<String>()
    let patience = Patience(
      atFirst: .seconds(60),
      afterwards: .seconds(3600),
      untold: .seconds(3600),
    )
    try await APIServer.run(patience: patience, told: told) { request in
      let number = seen.add(request.path)
      return (1...8).contains(number) ? .init(status: 502, text: "<html>") : .json(Self.live)
    } _: { client in
      _ = try await client.get(Self.secret)
      _ = try await client.get(Self.secret)
    }
    #expect(seen.count == 10)
    #expect(told.all.contains(.unavailable(status: 502, triedFor: .seconds(3600))))
    #expect(told.all.last == .back)
  }
}
