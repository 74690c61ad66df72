import TestSupport
import Testing

/// Storage that the fleet file asks to be larger or smaller than the claims that are there.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct StorageTests {
  private let claim = "persistentvolumeclaim/data-thanos-receive-0"

  private func fleet(
    _ size: String,
    _ storageClass: String = "gp3",
    replicas: Int = 1,
  ) throws -> String {
    let claim = "{size: \(size), storageClassName: \(storageClass)}"
    let storage = "  receive: {replicas: \(replicas), storage: \(claim)}\n"
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
    let plan = try sandbox.fedctl("plan", "--full", fleet: fleet("100Gi")).stdout
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

  @Test func `pods that come get volumes, and those that go leave theirs, as the plan says`() throws
  {
    let sandbox = try sandbox(fleet("50Gi"))
    let more = try fleet("50Gi", replicas: 3)
    let come = "        2 volumes of 50Gi come\n"
    let plan = try sandbox.fedctl("plan", fleet: more).stdout
    #expect(plan.contains(come), "\(plan)")
    let apply = try sandbox.fedctl("apply", "--yes", fleet: more)
    #expect(apply.status == 0, "\(apply.stdout)\(apply.stderr)")
    let last = "persistentvolumeclaim/data-thanos-receive-2"
    #expect(try sandbox.field("hub", last, ".spec.resources.requests.storage") == "50Gi")

    let fewer = try sandbox.fedctl("apply", "--yes", fleet: fleet("50Gi")).stdout
    let go = "hub: StatefulSet thanos/thanos-receive: 2 pods go, and the volume claims stay"
    #expect(
      fewer.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains("! \(go)"),
      "\(fewer)",
    )
    #expect(try sandbox.field("hub", last, ".spec.resources.requests.storage") == "50Gi")
    // What is there by now need not come.
    let again = try sandbox.fedctl("plan", fleet: more).stdout
    #expect(!again.contains("volumes of"), "\(again)")

    let other = try sandbox.fedctl("plan", fleet: fleet("50Gi", "fixed")).stdout
    #expect(
      other.contains("        3 volume claims that are there keep storage class gp3\n"),
      "\(other)",
    )
    #expect(other.contains("        cannot be changed in place: spec\n"), "\(other)")
  }

  @Test func `a storage class that is not there, or no default one, is told before anything waits`()
    throws
  {
    let sandbox = try Sandbox()
    let plan = try sandbox.fedctl("plan", fleet: fleet("50Gi", "gp9"))
    #expect(plan.status == 0, "\(plan.stdout)")
    #expect(
      plan.stdout.contains("the volumes wait: the cluster has no storage class gp9\n"),
      "\(plan.stdout)",
    )
    let mark = "storageclass.kubernetes.io/is-default-class-"
    try sandbox.kubectl("hub", "annotate", "storageclass", "gp3", mark)
    let unnamed = try fleet("50Gi").replacing(", storageClassName: gp3", with: "")
    let words = "the volumes wait: they name no storage class, and the cluster has no default one\n"
    let without = try sandbox.fedctl("plan", fleet: unnamed).stdout
    #expect(without.contains(words), "\(without)")
    try sandbox.kubectl("hub", "annotate", "storageclass", "gp3", mark.dropLast() + "=true")
    let with = try sandbox.fedctl("plan", fleet: unnamed).stdout
    #expect(!with.contains("the volumes wait"), "\(with)")
  }

  @Test func `a volume that does not grow is told and waited for until it has grown`() throws {
    let sandbox = try sandbox(fleet("50Gi"))
    let size = { (size: String) in #"{"status": {"capacity": {"storage": "\#(size)"}}}"# }
    func resize(to text: String) throws {
      let patched = try sandbox.kubectl(
        "hub",
        "-n",
        "thanos",
        "patch",
        "--subresource",
        "status",
        "--type",
        "merge",
        claim,
        "-p",
        size(text),
      )
      #expect(patched.status == 0, "\(patched.stderr)")
    }
    try resize(to: "20Gi")
    let fleet = try fleet("50Gi")
    let plan = try sandbox.fedctl("plan", "--full", "--detailed-exitcode", fleet: fleet)
    #expect(
      plan.stdout.contains(
        """
          = PersistentVolumeClaim thanos/data-thanos-receive-0
                not ready: its volume has 20Gi of 50Gi

        """
      ),
      "\(plan.stdout)",
    )
    #expect(
      plan.stdout.contains(
        "\nNo changes. What is named above is not ready yet: apply waits for 1 object.\n"
      )
    )
    let apply = try sandbox.fedctl("apply", "--yes", "--wait-timeout", "2s", fleet: fleet)
    #expect(apply.status == 3, "\(apply.stdout)\(apply.stderr)")
    let status = try sandbox.fedctl("status", fleet: fleet)
    #expect(status.status == 3)
    #expect(status.stdout.contains("data-thanos-receive-0: its volume has 20Gi of 50Gi"))
    try resize(to: "50Gi")
    let after = try sandbox.fedctl("apply", "--yes", fleet: fleet)
    #expect(after.status == 0, "\(after.stdout)\(after.stderr)")
    #expect(
      try sandbox.fedctl("plan", fleet: fleet).stdout.contains("hold what the fleet file asks for")
    )
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
    #expect(plan.stdout.contains("        the volume claims \(words)\n"), "\(plan.stdout)")
  }
}
