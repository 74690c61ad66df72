import JSON
import Kubernetes
import Objects
import Plan
import TestSupport
import Testing

@testable import Apply

/// Of which kinds a look asks for the fleet's objects.
@Suite(.waitsForPrograms)
struct LookedForTests {
  private let clusters: TestClusters

  init() throws { clusters = try TestClusters() }

  /// An inventory that records some kinds.
  private func inventory(of kinds: String?) -> Manifest {
    let annotations: JSON = kinds.map { [ApplySet.kindsAnnotation: .string($0)] } ?? [:]
    return manifest(.configMap, Inventory.name, ["metadata": ["annotations": annotations]])
  }

  private func secret() async throws -> ObjectReference {
    let secret = manifest(.secret, "forgotten")
    _ = try await clusters.hub.apply(secret.body, as: secret.reference)
    return secret.reference
  }

  /// Whether a look finds an object of a kind that it was not told to look for.
  private func finds(_ object: ObjectReference, asking wanted: [Manifest] = []) async -> Bool {
    await clusters.look(wanted).look(through: clusters.clients).live[object] != nil
  }

  @Test func `of those that the inventory records`() async throws {
    let secret = try await secret()
    let record = inventory(of: "ConfigMap,Secret")
    _ = try await clusters.hub.apply(record.body, as: record.reference)
    #expect(await finds(secret))
  }

  @Test func `of no others, but of those that the fleet file asks for`() async throws {
    let secret = try await secret()
    let record = inventory(of: "ConfigMap")
    _ = try await clusters.hub.apply(record.body, as: record.reference)
    #expect(await !finds(secret))
    #expect(await finds(secret, asking: [manifest(.secret, "another")]))
  }

  @Test func `of all where there is no inventory, or one that does not say`() async throws {
    let secret = try await secret()
    #expect(await finds(secret))
    let record = inventory(of: nil)
    _ = try await clusters.hub.apply(record.body, as: record.reference)
    #expect(await finds(secret))
  }

  @Test func `a kind that is recorded stays so, and is no change`() async throws {
    let secret = manifest(.secret, "leaves")
    try await clusters.apply([inventory(of: "ConfigMap,Secret"), secret])
    // The plan is made and not carried out: what leaves is found by the next run, too.
    let plan = try await clusters.plan([inventory(of: "ConfigMap")]).plan
    #expect(plan[secret.reference]?.action == .delete)
    let record = try #require(plan[reference(.configMap, Inventory.name)])
    #expect(record.action == Action.none)
    #expect(
      record.desired?.manifest.body.metadata.annotation(ApplySet.kindsAnnotation)
        == "ConfigMap,Secret"
    )
  }

  @Test func `a kind that is new is added`() async throws {
    try await clusters.apply([inventory(of: "ConfigMap")])
    try await clusters.apply([inventory(of: "Secret")])
    let record = try await clusters.hub.get(reference(.configMap, Inventory.name))
    #expect(record?.metadata.annotation(ApplySet.kindsAnnotation) == "ConfigMap,Secret")
  }

  /// What was asked for under these words of a path.
  private func asked(_ path: String) throws -> [Int] {
    try clusters.sandbox.requests().filter { $0.context == "hub" && $0.path.contains(path) }
      .map(\.status)
  }

  @Test func `of none that no definition brings there, which one answer tells`() async throws {
    let secret = try await secret()
    try clusters.sandbox.forgetRequests()
    #expect(await finds(secret))
    #expect(try asked("/apis").count { $0 == 404 } == 0)
    #expect(try asked("/apis/cert-manager.io/").isEmpty)
    #expect(try asked("/apis/route.openshift.io/") == [200])
  }

  @Test func `of each where it is not told which are served`() async throws {
    let secret = try await secret()
    // The first is the identity of the cluster.
    try clusters.sandbox.setFaults("context=hub,verb=get,after=1,count=1,status=403")
    try clusters.sandbox.forgetRequests()
    #expect(await finds(secret))
    #expect(try asked("/apis").filter { $0 == 403 } == [403])
    #expect(try asked("/apis/cert-manager.io/") == [404])
  }
}
