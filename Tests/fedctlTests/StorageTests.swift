import TestSupport
import Testing

/// Storage that the fleet file asks to be larger or smaller than the claims that are there.
@Suite(.enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"))
struct StorageTests {
  private let claim = "persistentvolumeclaim/data-thanos-receive-0"

  private func fleet(_ size: String, _ storageClass: String = "gp3") throws -> String {
    let storage = "  receive: {storage: {size: \(size), storageClass: \(storageClass)}}\n"
    let text = try ExampleFleet.text
    let fleet = text.replacing("hub:\n  context: hub\n", with: "hub:\n  context: hub\n\(storage)")
    try #require(fleet != text)
    return fleet
  }

  private func sandbox(_ fleet: String) throws -> Sandbox {
    let sandbox = try Sandbox()
    let applied = try sandbox.fedctl("apply", "--yes", fleet: fleet)
    #expect(applied.status == 0, "\(applied.stderr)")
    return sandbox
  }

  @Test
  func
    `claims grow, their StatefulSet is made again around its pods, and the growth is waited for`()
    throws
  {
    let sandbox = try sandbox(fleet("50Gi"))
    let plan = try sandbox.fedctl("plan", fleet: fleet("100Gi")).stdout
    #expect(plan.contains("  ~ PersistentVolumeClaim thanos/data-thanos-receive-0\n"), "\(plan)")
    #expect(plan.contains(#"      ~ spec.resources.requests.storage: "50Gi" -> "100Gi""#))
    #expect(
      plan.contains("  -/+ StatefulSet thanos/thanos-receive  (deleted and created again around")
    )
    let apply = try sandbox.fedctl("apply", "--yes", fleet: fleet("100Gi"))
    #expect(apply.status == 0, "\(apply.stdout)\(apply.stderr)")
    #expect(try sandbox.field("hub", claim, ".spec.resources.requests.storage") == "100Gi")
    #expect(try sandbox.field("hub", claim, ".status.capacity.storage") == "100Gi")
    let after = try sandbox.fedctl("plan", "--detailed-exitcode", fleet: fleet("100Gi"))
    #expect(after.status == 0, "\(after.stdout)")
    let again = try sandbox.fedctl("apply", "--yes", fleet: fleet("200Gi"))
    #expect(again.status == 0, "\(again.stdout)\(again.stderr)")
    #expect(try sandbox.field("hub", claim, ".status.capacity.storage") == "200Gi")
  }

  @Test(arguments: [
    ("100Gi", "fixed", "stay at 50Gi: storage class fixed does not let them grow to 100Gi"),
    ("20Gi", "gp3", "stay at 50Gi: they cannot shrink to 20Gi"),
  ])
  func `where claims cannot follow, the plan says so and nothing is done`(
    size: String,
    storageClass: String,
    words: String,
  ) throws {
    let sandbox = try sandbox(fleet("50Gi", storageClass))
    let plan = try sandbox.fedctl(
      "plan",
      "--detailed-exitcode",
      fleet: fleet(size, storageClass),
    )
    #expect(plan.status == 0, "\(plan.stdout)")
    #expect(plan.stdout.contains("        its volume claims \(words)\n"), "\(plan.stdout)")
  }
}
