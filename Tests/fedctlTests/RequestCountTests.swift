import TestSupport
import Testing

/// What each command asks of each cluster: a thousand clusters take a thousand times what is added here.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct RequestCountTests {
  private let sandbox: Sandbox
  private let fleet: String

  init() throws {
    sandbox = try Sandbox("--prometheus-operator")
    fleet = try ExampleFleet.unchecked("receive-openshift")
  }

  /// How often each cluster was asked for what one command wanted; of the lock on the hub, whose renewals go by time,
  /// and of watches, which may end and be begun anew, nothing is counted.
  private func counts(_ arguments: String..., status: Int32 = 0) throws -> [String: Int] {
    try sandbox.forgetRequests()
    let outcome = try Fedctl(arguments).against(sandbox, fleet: fleet).run()
    #expect(outcome.status == status, "\(outcome.stderr)")
    let asked = try sandbox.requests().filter {
      !$0.path.contains("/leases") && !$0.path.contains("watch=1")
    }
    return Dictionary(grouping: asked, by: \.context).mapValues(\.count)
  }

  @Test func `each command asks each cluster for no more than it does now`() throws {
    // Where no inventory tells what the fleet has there, every kind is looked for that can be there.
    let first = try counts("plan", "--detailed-exitcode", status: 2)
    #expect(first == ["hub": 36, "cluster1": 42, "cluster2": 34])
    // The same look; then a write, and a look at each object.
    let applied = try counts("apply", "--yes")
    #expect(applied == ["hub": 133, "cluster1": 58, "cluster2": 43])
    // The identity, and a list of each kind that is wanted or recorded.
    let empty = try counts("plan")
    #expect(empty == ["hub": 18, "cluster1": 5, "cluster2": 4])
    // A look; what else is in each namespace, for the plan and again before it goes; a deletion of each object.
    let gone = try counts("teardown", "--yes", "--delete-volumes")
    #expect(gone == ["hub": 182, "cluster1": 89, "cluster2": 82])
  }
}
