import TestSupport
import Testing

/// What is said where a cluster's catalogue does not have the operator that is asked for.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct CatalogueTests {
  @Test func `a package that is missing is told by the plan, with another way`() throws {
    let sandbox = try Sandbox("--prometheus-operator")
    try sandbox.withdraw(package: "prometheus", from: "cluster1")
    let plan = try sandbox.fedctl("plan", "--full", "--detailed-exitcode")
    #expect(plan.status == 6)
    #expect(
      plan.stdout.contains(
        """
        the cluster's catalogues have no package prometheus, nor does community-operators: take \
        `mode: platform`, or name a bundle under `prometheusOperator`
        """
      ),
      "\(plan.stdout)",
    )
  }

  @Test func `where nobody answers for packages, none is said to be missing`() throws {
    let sandbox = try Sandbox("--prometheus-operator")
    try sandbox.setFaults("resource=packagemanifests,status=404")
    let plan = try sandbox.fedctl("plan", "--full", "--detailed-exitcode")
    #expect(plan.status == 2, "\(plan.stdout)")
    #expect(!plan.stdout.contains("catalogues have no package"))
  }

  @Test func `a version that is missing is told with those that are there`() throws {
    let sandbox = try Sandbox("--prometheus-operator")
    let fleet = try ExampleFleet.text.replacing("operator.v0.56.3", with: "operator.v0.70.0")
    let plan = try sandbox.fedctl("plan", "--full", "--detailed-exitcode", fleet: fleet)
    #expect(plan.status == 6)
    #expect(
      plan.stdout.contains(
        """
        its channel has no prometheusoperator.v0.70.0 but prometheusoperator.v0.56.3, \
        prometheusoperator.v0.47.0, prometheusoperator.v0.37.0 and 1 more: set \
        `prometheusOperator.startingCSV`
        """
      ),
      "\(plan.stdout)",
    )
  }
}
