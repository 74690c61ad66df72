import Foundation
import JSON
import TestSupport
import Testing

/// The roles of `examples/rbac` are enough for what they are for, and none of their rules is idle.
@Suite(
  .waitsForPrograms,
  .enabled(if: Sandbox.hasKubectl, "kubectl gives the roles of these tests"),
)
struct RightsTests {
  private static let contexts = ["hub", "cluster1", "cluster2"]

  /// With tokens that expire and a host of somebody's own, which need rights of their own.
  private var fleet: String {
    get throws {
      try ExampleFleet.text.replacing(
        "  context: hub\n",
        with: """
            context: hub
            token: {bound: {lifetime: 90d}}
            routes: {receive: metrics.example.com}

          """,
      )
    }
  }

  /// A sandbox in which somebody has one role and no other right.
  private func sandbox(with role: String, applied: Bool) throws -> Sandbox {
    let sandbox = try Sandbox("--rbac")
    if applied {
      let outcome = try sandbox.fedctl("apply", "--yes", fleet: fleet)
      #expect(outcome.status == 0, "\(outcome.stderr)")
    }
    for context in Self.contexts {
      try give(role, in: context, of: sandbox)
      let bound = try sandbox.kubectl(
        context,
        "create",
        "clusterrolebinding",
        "limited",
        "--clusterrole=fedctl-\(role)",
        "--user=limited",
      )
      #expect(bound.status == 0, "\(bound.stderr)")
    }
    return sandbox
  }

  /// The file as it stands in the repository.
  private func give(_ role: String, in context: String, of sandbox: Sandbox) throws {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardized
    let file = root.appending(path: "examples/rbac/\(role).yaml").path
    let given = try sandbox.kubectl(context, "apply", "-f", file)
    #expect(given.status == 0, "\(given.stderr)")
  }

  private func rules(of role: String, in sandbox: Sandbox) throws -> [JSON] {
    let text = try sandbox.kubectl("hub", "get", "clusterrole", "fedctl-\(role)", "-o", "json")
      .stdout
    return try JSON(parsing: text)["rules"]?.arrayValue ?? []
  }

  /// Runs fedctl as the one who has the role.
  private func run(_ arguments: [String], on sandbox: Sandbox) throws -> Fedctl.Outcome {
    let kubeconfig = try String(contentsOfFile: sandbox.kubeconfig, encoding: .utf8)
    let limited = kubeconfig.replacing(#/"user":\s*\{\}/#, with: #""user": {"as": "limited"}"#)
    try #require(limited != kubeconfig)
    return try Fedctl(arguments).against(sandbox, fleet: fleet)
      .file(named: "limited", limited).environment("KUBECONFIG", "limited").run()
  }

  /// Takes one rule out of the role everywhere.
  private func take(_ index: Int, of role: String, in sandbox: Sandbox) throws {
    for context in Self.contexts {
      let taken = try sandbox.kubectl(
        context,
        "patch",
        "clusterrole",
        "fedctl-\(role)",
        "--type=json",
        "-p",
        #"[{"op":"remove","path":"/rules/\#(index)"}]"#,
      )
      #expect(taken.status == 0, "\(taken.stderr)")
    }
  }

  @Test func `who may read sees the whole fleet, and with less does not`() throws {
    let sandbox = try sandbox(with: "read", applied: true)
    let plan = ["plan", "--detailed-exitcode"]
    let outcome = try run(plan, on: sandbox)
    #expect(outcome.status == 0, "\(outcome.stdout)\(outcome.stderr)")
    #expect(try run(["status"], on: sandbox).status == 0)
    for (index, rule) in try rules(of: "read", in: sandbox).enumerated() where rule.isExercised {
      try take(index, of: "read", in: sandbox)
      let less = try run(plan, on: sandbox)
      #expect(less.status != 0, "nothing is missed without \(rule.text())\n\(less.stdout)")
      for context in Self.contexts { try give("read", in: context, of: sandbox) }
    }
  }

  @Test(.timeLimit(.minutes(60)))
  func `who may apply makes the fleet, and every rule is for something`() throws {
    let sandbox = try sandbox(with: "apply", applied: false)
    try sandbox.forgetRequests()
    let outcome = try run(["apply", "--yes"], on: sandbox)
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(try run(["plan", "--detailed-exitcode"], on: sandbox).status == 0)
    try expectUse(of: "apply", by: sandbox)
  }

  /// Its rights are asked for by no request, but by those for roles and bindings.
  @Test func `nobody gives the fleet's accounts rights without the right to`() throws {
    let sandbox = try sandbox(with: "apply", applied: false)
    let all = try rules(of: "apply", in: sandbox)
    let index = try #require(all.firstIndex { $0["verbs"] == ["escalate", "bind"] })
    try take(index, of: "apply", in: sandbox)
    let outcome = try run(["apply", "--yes", "--wait-timeout", "2s"], on: sandbox)
    #expect(outcome.status == 3)
    #expect(outcome.stdout.contains("attempting to grant RBAC permissions not currently held"))
  }

  /// No request asks for it, but those that give a Route a host.
  @Test func `nobody chooses a Route's host without the right to`() throws {
    let sandbox = try sandbox(with: "apply", applied: false)
    let all = try rules(of: "apply", in: sandbox)
    let index = try #require(all.firstIndex { $0["resources"] == ["routes/custom-host"] })
    try take(index, of: "apply", in: sandbox)
    let outcome = try run(["apply", "--yes", "--wait-timeout", "2s"], on: sandbox)
    #expect(outcome.status == 3)
    let told = outcome.stdout + outcome.stderr
    #expect(told.contains("you do not have permission to set the host field of the route"))
  }

  @Test(.timeLimit(.minutes(60)))
  func `who may tear down removes the fleet, and every rule is for something`() throws {
    let sandbox = try sandbox(with: "teardown", applied: true)
    try sandbox.forgetRequests()
    let outcome = try run(["teardown", "--yes", "--delete-volumes"], on: sandbox)
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(try sandbox.kubectl("hub", "get", "namespace", "thanos").status != 0)
    try expectUse(of: "teardown", by: sandbox)
  }

  @Test func `a namespace that may not be looked through stays`() throws {
    let sandbox = try sandbox(with: "teardown", applied: true)
    try take(0, of: "teardown", in: sandbox)
    for context in Self.contexts {
      let read = try sandbox.kubectl(
        context,
        "create",
        "clusterrole",
        "some",
        "--verb=get,list,watch",
        "--resource=namespaces,configmaps,secrets",
      )
      #expect(read.status == 0, "\(read.stderr)")
      try sandbox.kubectl(
        context,
        "create",
        "clusterrolebinding",
        "some",
        "--clusterrole=some",
        "--user=limited",
      )
    }
    let outcome = try run(["teardown", "--yes", "--full", "--wait-timeout", "2s"], on: sandbox)
    #expect(outcome.status != 0)
    #expect(outcome.stdout.contains("stays: what it holds cannot be read in full"))
    // What it may not see is not taken for gone.
    #expect(outcome.stdout.contains("  ? Deployment thanos/grafana\n"), "\(outcome.stdout)")
    #expect(try sandbox.kubectl("hub", "get", "namespace", "thanos").status == 0)
    let record = ["-n", "thanos", "get", "configmap/fedctl-inventory"]
    for context in Self.contexts { #expect(try sandbox.kubectl(context, record).status == 0) }
  }

  @Test func `who may read the fleet's own namespace alone makes it with its mark`() throws {
    let sandbox = try sandbox(with: "apply", applied: false)
    let index = try #require(
      try rules(of: "apply", in: sandbox).firstIndex {
        $0["resources"]?.arrayValue?.contains("namespaces") == true
      }
    )
    let resources = "\"configmaps\",\"secrets\",\"serviceaccounts\",\"services\""
    let own = """
      {"apiGroups":[""],"resources":["namespaces"],"resourceNames":["thanos","kube-system"],\
      "verbs":["get","list","watch","create","patch","delete"]}
      """
    for context in Self.contexts {
      let limited = try sandbox.kubectl(
        context,
        "patch",
        "clusterrole",
        "fedctl-apply",
        "--type=json",
        "-p",
        """
        [{"op":"replace","path":"/rules/\(index)/resources","value":[\(resources)]},
        {"op":"add","path":"/rules/-","value":\(own)}]
        """,
      )
      #expect(limited.status == 0, "\(limited.stderr)")
    }
    let apply = try run(["apply", "--yes"], on: sandbox)
    #expect(apply.status == 0, "\(apply.stdout)\(apply.stderr)")
    #expect(try run(["plan", "--detailed-exitcode"], on: sandbox).status == 0)
    let teardown = try sandbox.fedctl("teardown", "--yes", "--delete-volumes", fleet: fleet)
    #expect(teardown.status == 0, "\(teardown.stderr)")
    for context in Self.contexts {
      #expect(try sandbox.kubectl(context, "get", "namespace", "thanos").status != 0)
    }
  }

  /// Each rule allows a request that was made; without it that would have been refused, for no other allows
  /// the same.
  private func expectUse(of role: String, by sandbox: Sandbox) throws {
    let made = Set(try sandbox.requests().compactMap(Right.init))
    let rules = try rules(of: role, in: sandbox).filter(\.isExercised)
    for (index, rule) in rules.enumerated() where rule["verbs"] != ["escalate", "bind"] {
      let others = rules.enumerated().filter { $0.offset != index }.map(\.element)
      let alone = made.filter { right in
        rule.grants(right) && !others.contains { $0.grants(right) }
      }
      #expect(!alone.isEmpty, "no request needs \(rule.text())")
    }
  }
}

/// What a request needs to be allowed.
private struct Right: Hashable {
  let verb: String
  let group: String
  let resource: String

  /// nil for requests that are for no object.
  init?(_ request: Sandbox.Request) {
    let (path, query) = request.path.split(separator: "?", maxSplits: 1).pair
    // The first part is the context in some sandboxes.
    let parts = path.split(separator: "/").map(String.init)
    guard let root = parts.firstIndex(where: { $0 == "api" || $0 == "apis" }) else { return nil }
    var rest = parts.dropFirst(root + 1)
    group = parts[root] == "apis" ? rest.popFirst() ?? "" : ""
    guard rest.popFirst() != nil else { return nil }
    if rest.first == "namespaces", rest.count > 2 { rest = rest.dropFirst(2) }
    guard let plural = rest.popFirst() else { return nil }
    let hasName = rest.popFirst() != nil
    resource = ([plural] + rest).joined(separator: "/")
    switch request.method {
    case "GET" where query.contains("watch="): verb = "watch"
    case "GET": verb = hasName ? "get" : "list"
    case "POST": verb = "create"
    case "DELETE": verb = "delete"
    default: verb = "patch"
    }
  }
}

extension [Substring] {
  fileprivate var pair: (String, String) {
    (first.map(String.init) ?? "", dropFirst().first.map(String.init) ?? "")
  }
}

extension JSON {
  private func has(_ key: String, _ text: String) -> Bool {
    (self[key]?.arrayValue ?? []).contains { $0 == .string(text) || $0 == "*" }
  }

  /// Whether a rule of a role allows something.
  fileprivate func grants(_ right: Right) -> Bool {
    has("verbs", right.verb) && has("apiGroups", right.group) && has("resources", right.resource)
  }

  /// Whether the example of these tests has such objects at all.
  fileprivate var isExercised: Bool {
    let others = [
      "cert-manager.io", "external-secrets.io", "apiregistration.k8s.io", "apiextensions.k8s.io",
      "grafana.integreatly.org", "storage.k8s.io", "scheduling.k8s.io",
      "packages.operators.coreos.com",
    ]
    let isOther = others.contains { has("apiGroups", $0) && self["apiGroups"] != ["*"] }
    let resources = self["resources"]?.arrayValue ?? []
    return !isOther
      && ![["persistentvolumeclaims"], ["pods", "events"], ["routes/custom-host"]].contains(
        resources
      )
      && !(self["verbs"] == ["patch"])
  }
}
