import HTTP
import Kubernetes
import Testing

@testable import Apply

/// How much each cluster is asked for at once.
struct SharesTests {
  private func clients(_ count: Int, atOnce: Int = 64, requests: Int = 16) throws -> FleetClients {
    let names = ["hub"] + (1..<count).map { "c\($0)" }
    let contexts = names.map { "{name: \($0), context: {cluster: a, user: a}}" }
    let kubeconfig = try Kubeconfig(
      Array(
        """
        clusters: [{name: a, cluster: {server: "http://127.0.0.1:1"}}]
        users: [{name: a, user: {}}]
        contexts: [\(contexts.joined(separator: ", "))]
        """.utf8
      ),
      file: "kubeconfig",
    )
    let transport = try HTTPTransport()
    let ways = try names.map { name in
      let connection = try kubeconfig.connection(context: name)
      let client = KubernetesClient(connection, transport: transport, maximumInFlight: requests)
      return (name, FleetClients.Way.open(client))
    }
    return FleetClients(
      hub: "hub",
      ways: Dictionary(uniqueKeysWithValues: ways),
      maximumParallel: atOnce,
    )
  }

  @Test(arguments: [
    (3, 64, 16, 16), (8, 64, 16, 16), (16, 64, 16, 8), (41, 64, 16, 3), (1_000, 64, 16, 2),
    (1_000, 4, 16, 2), (1_000, 64, 1, 1),
  ])
  func `many clusters get two at a time each, few as many as a client allows`(
    _ count: Int,
    _ atOnce: Int,
    _ requests: Int,
    _ share: Int,
  ) throws {
    let clients = try clients(count, atOnce: atOnce, requests: requests)
    #expect(clients.atOnce(on: "c1") == share)
    #expect(clients.atOnce(on: "hub") == requests)
    #expect(clients.atOnce(on: "nobody") == 1)
  }
}
