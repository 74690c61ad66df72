import TestSupport
import Testing

/// What the fleet file names and somebody else has to make: told before anything waits for it, and after.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl is the witness of these tests"),
)
struct MissingSupplyTests {
  private static let secret = "kubectl create secret generic archive-token"
  private static let login = "kubectl create secret docker-registry mirror-login"
  private static let priority = "kubectl create priorityclass platform-services"

  private static let target = """
        remoteWrite:
          targets:
            - {name: archive, url: 'https://a.example.com', authorization: {secret: archive-token}}

    """

  /// Pulls with a Secret, writes to a target that asks for a token, and runs the querier with a priority.
  private func fleet() throws -> String {
    let text = try ExampleFleet.text
    let fleet =
      text.replacing("\nhub:\n", with: "\nimages: {pullSecrets: [mirror-login]}\n\nhub:\n")
      .replacing(
        "  context: hub\n",
        with: "  context: hub\n  querier: {priorityClass: platform-services}\n",
      )
      .replacing(
        "    openshiftVersion: \"4.18\"\n",
        with: "    openshiftVersion: \"4.18\"\n\(Self.target)",
      )
    try #require(fleet.count > text.count + Self.target.count)
    return fleet
  }

  /// On one line, however it was folded.
  private func unfolded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The commands that a text tells, without the quotes around them.
  private func commands(in text: String) -> Set<String> {
    Set(unfolded(text).matches(of: #/`(kubectl create [^`]+)`/#).map { String($0.1) })
  }

  /// Runs a command as it is told, with a file in place of the word for one.
  private func run(_ command: String, on context: String, of sandbox: Sandbox) throws {
    let words = command.replacing("FILE", with: "/dev/stdin").replacing("NUMBER", with: "1000")
      .split(separator: " ").dropFirst().map(String.init)
    // The sandbox takes no PriorityClass in the form in which kubectl sends one by itself.
    let written = try sandbox.kubectl(
      context,
      words + ["--dry-run=client", "--output=json"],
      input: #"{"auths": {}}"#,
    )
    try #require(written.status == 0, "\(command): \(written.stderr)")
    let made = try sandbox.kubectl(context, ["create", "-f", "-"], input: written.stdout)
    try #require(made.status == 0, "\(command): \(made.stderr)")
  }

  @Test func `what is missing is told by plan and doctor, once, and made as they say`() throws {
    let sandbox = try Sandbox()
    let fleet = try fleet()
    for cluster in ["hub", "cluster1", "cluster2"] {
      try sandbox.kubectl(cluster, "create", "namespace", "thanos")
    }
    let plan = try sandbox.fedctl("plan", fleet: fleet)
    #expect(plan.status == 0, "\(plan.stderr)")
    let lines = [
      "! hub, cluster1, cluster2 have no Secret thanos/mirror-login, which ",
      "! cluster1 has no Secret thanos/archive-token, which Prometheus thanos/federated-prometheus needs: ",
      "! hub has no PriorityClass platform-services, which Deployment thanos/thanos-querier needs: ",
    ]
    for line in lines {
      #expect(unfolded(plan.stdout).contains(line), "\(plan.stdout)")
    }
    let doctor = try sandbox.fedctl("doctor", fleet: fleet)
    let told = commands(in: plan.stdout)
    #expect(told == commands(in: doctor.stdout), "\(doctor.stdout)")
    #expect(told.count == 3, "\(told)")
    for (command, clusters) in [
      (Self.secret, ["cluster1"]), (Self.login, ["hub", "cluster1", "cluster2"]),
      (Self.priority, ["hub"]),
    ] {
      let whole = try #require(told.first { $0.hasPrefix(command) })
      for cluster in clusters { try run(whole, on: cluster, of: sandbox) }
    }
    let after = try sandbox.fedctl("plan", fleet: fleet)
    #expect(!after.stdout.contains("kubectl create"), "\(after.stdout)")
    let well = try sandbox.fedctl("doctor", fleet: fleet)
    #expect(well.stdout.contains("ok        supplies      has all 2 "), "\(well.stdout)")
  }

  @Test func `before the first apply, it is told with the fleet's namespace, and with no other`()
    throws
  {
    let sandbox = try Sandbox()
    // What OpenShift's Prometheus of applications shows is in a namespace that comes with it.
    try sandbox.kubectl("cluster2", "delete", "namespace", "openshift-user-workload-monitoring")
    let monitor = "{name: shop, namespace: reverse-words-app, selector: {app: shop}, port: http}"
    let platform = "    mode: platform\n    serviceMonitors: [\(monitor)]\n\(Self.target)"
    let version = "    openshiftVersion: \"4.14\"\n"
    let fleet = try fleet().replacing(version, with: version + platform)
    for command in ["plan", "doctor"] {
      let outcome = try sandbox.fedctl(command, fleet: fleet)
      let told = unfolded(outcome.stdout)
      #expect(told.contains("`kubectl create namespace thanos`, then `\(Self.login) "), "\(told)")
      #expect(told.contains("`kubectl create namespace thanos`, then `\(Self.secret) "), "\(told)")
      #expect(!told.contains("create namespace openshift"), "\(told)")
    }
  }

  @Test func `a key that is missing is told, and nothing of those that are there`() throws {
    let sandbox = try Sandbox()
    try sandbox.kubectl("cluster1", "create", "namespace", "thanos")
    try sandbox.kubectl(
      "cluster1",
      "-n",
      "thanos",
      "create",
      "secret",
      "generic",
      "archive-token",
      "--from-literal=password=hunter2",
    )
    let plan = try sandbox.fedctl("plan", fleet: fleet())
    #expect(
      unfolded(plan.stdout).contains(
        "! Secret thanos/archive-token on cluster1 has no key `token`, which "
      ),
      "\(plan.stdout)",
    )
    let doctor = try sandbox.fedctl("doctor", fleet: fleet())
    #expect(doctor.stdout.contains("Secret thanos/archive-token has no key `token`, which "))
    let all = plan.stdout + plan.stderr + doctor.stdout + doctor.stderr
    #expect(!all.contains("hunter2") && !all.contains("aHVudGVyMg"))
  }

  @Test func `what may not be read is not known, and nothing fails`() throws {
    let sandbox = try Sandbox()
    for cluster in ["hub", "cluster1", "cluster2"] {
      try sandbox.kubectl(cluster, "create", "namespace", "thanos")
    }
    try sandbox.setFaults("context=hub,resource=priorityclasses,forbid")
    let plan = try sandbox.fedctl("plan", fleet: fleet())
    #expect(plan.status == 0, "\(plan.stdout)")
    #expect(!plan.stdout.contains("PriorityClass platform-services"), "\(plan.stdout)")
    let doctor = try sandbox.fedctl("doctor", fleet: fleet())
    #expect(
      doctor.stdout.contains("not known supplies      PriorityClass platform-services may not")
    )
  }

  @Test func `an object that does not become ready is blamed on what it names and is not there`()
    throws
  {
    // No namespace is there when the plan is made, so that nothing could be told before.
    let sandbox = try Sandbox("--ready-after", "3600000")
    let fleet = try fleet()
    let first = try sandbox.fedctl("apply", "--yes", "--wait-timeout", "2s", fleet: fleet)
    #expect(first.status == 3)
    let failures = first.stdout + first.stderr
    #expect(failures.contains("; there is no PriorityClass platform-services"), "\(failures)")
    #expect(failures.contains("; there is no Secret thanos/mirror-login"))
    let told = commands(in: first.stderr)
    #expect(told.contains { $0.hasPrefix(Self.login) }, "\(first.stderr)")
    #expect(told.contains { $0.hasPrefix(Self.priority) }, "\(first.stderr)")
  }
}
