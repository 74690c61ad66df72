import TestSupport
import Testing

@Suite(.waitsForPrograms) struct KubectlTests {
  private let sandbox: RunningSandbox

  init() throws {
    sandbox = try RunningSandbox()
    try sandbox.kubectl("create", "namespace", "team")
  }

  @Test func `a namespace that is deleted takes its content along`() throws {
    try sandbox.kubectl("-n", "team", "create", "configmap", "c", "--from-literal=a=b")
    #expect(try sandbox.kubectl("delete", "namespace", "team", "--timeout=20m").status == 0)
    let left = try sandbox.kubectl("-n", "team", "get", "configmap", "-o", "name")
    #expect(left.output.isEmpty)
    #expect(try sandbox.kubectl("get", "namespace", "team").errors.contains("NotFound"))
  }

  @Test func `a deployment rolls out`() throws {
    let applied = try sandbox.kubectl("apply", "--server-side", "-f", "-", input: deployment)
    #expect(applied.output == "deployment.apps/web serverside-applied\n")
    let rollout = try sandbox.kubectl(
      "-n",
      "team",
      "rollout",
      "status",
      "deployment/web",
      "--timeout=20m",
    )
    #expect(rollout.output.contains("successfully rolled out"))
  }

  @Test func `client-side apply twice changes nothing the second time`() throws {
    let first = try sandbox.kubectl("apply", "-f", "-", input: deployment)
    #expect(first.output == "deployment.apps/web created\n")
    let second = try sandbox.kubectl("apply", "-f", "-", input: deployment)
    #expect(second.output == "deployment.apps/web unchanged\n")
  }

  @Test func `diff sees one changed field and no default`() throws {
    try sandbox.kubectl("apply", "--server-side", "-f", "-", input: deployment)
    #expect(
      try sandbox.kubectl("diff", "--server-side", "-f", "-", input: deployment).status == 0
    )
    let changed = deployment.replacing("image: web:1", with: "image: web:2")
    let diff = try sandbox.kubectl("diff", "--server-side", "-f", "-", input: changed)
    #expect(diff.status == 1)
    #expect(diff.output.contains("+      - image: web:2"))
  }

  @Test func `a token of a deleted account is refused`() throws {
    let token = try sandbox.kubectl("-n", "team", "create", "token", "default").output
    #expect(token.split(separator: ".").count == 3)
    let review = """
      {"apiVersion": "authentication.k8s.io/v1", "kind": "TokenReview",
      "spec": {"token": "\(token)"}}
      """
    let path = "jsonpath={.status.authenticated}"
    let before = try sandbox.kubectl("create", "-f", "-", "-o", path, input: review)
    #expect(before.output == "true")
    try sandbox.kubectl("-n", "team", "delete", "serviceaccount", "default")
    #expect(try sandbox.kubectl("create", "-f", "-", "-o", path, input: review).output == "")
  }

  @Test func `the kinds of an operator are served after its install plan is approved`() throws {
    try sandbox.kubectl("apply", "--server-side", "-f", "-", input: subscription)
    #expect(try sandbox.kubectl("get", "prometheuses").status == 1)
    try sandbox.kubectl(
      "-n",
      "team",
      "wait",
      "--for=jsonpath={.status.installPlanRef.name}",
      "subscription/prom",
      "--timeout=20m",
    )
    let plan = try sandbox.kubectl("-n", "team", "get", "installplan", "-o", "name").output
    try sandbox.kubectl(
      "-n",
      "team",
      "patch",
      String(plan.dropLast()),
      "--type=merge",
      "-p",
      #"{"spec":{"approved":true}}"#,
    )
    let waited = try sandbox.kubectl(
      "-n",
      "team",
      "wait",
      "--for=jsonpath={.status.phase}=Succeeded",
      "csv/prometheusoperator.v0.56.3",
      "--timeout=20m",
    )
    #expect(waited.status == 0)
    #expect(try sandbox.kubectl("get", "prometheuses", "-A").status == 0)
  }
}

private let deployment = """
  apiVersion: apps/v1
  kind: Deployment
  metadata: {name: web, namespace: team}
  spec:
    selector: {matchLabels: {app: web}}
    template:
      metadata: {labels: {app: web}}
      spec:
        containers:
        - name: web
          image: web:1
          ports: [{containerPort: 80}]
  """

private let subscription = """
  apiVersion: operators.coreos.com/v1alpha1
  kind: Subscription
  metadata: {name: prom, namespace: team}
  spec:
    name: prometheus
    channel: beta
    source: community-operators
    sourceNamespace: openshift-marketplace
    installPlanApproval: Manual
    startingCSV: prometheusoperator.v0.56.3
  """
