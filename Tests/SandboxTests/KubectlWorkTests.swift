import TestSupport
import Testing

@Suite(.waitsForPrograms) struct KubectlWorkTests {
  private let sandbox: RunningSandbox

  init() throws {
    sandbox = try RunningSandbox("--rbac")
    try sandbox.kubectl("create", "namespace", "team")
    try sandbox.kubectl("-n", "team", "create", "deployment", "web", "--image=web:1")
  }

  @Test func `scale changes the count`() throws {
    let scaled = try sandbox.kubectl("-n", "team", "scale", "deployment/web", "--replicas=3")
    #expect(scaled.output == "deployment.apps/web scaled\n")
    let path = "jsonpath={.spec.replicas}"
    let count = try sandbox.kubectl("-n", "team", "get", "deployment", "web", "-o", path)
    #expect(count.output == "3")
  }

  @Test(arguments: [["apply"], ["apply", "--server-side"], ["create"]])
  func `a list of objects is taken as a whole`(verb: [String]) throws {
    let item = """
      {apiVersion: v1, kind: ConfigMap, metadata: {name: NAME, namespace: team}, data: {a: b}}
      """
    let names = ["one", "two"]
    let items = names.map { "- " + item.replacing("NAME", with: $0) }.joined(separator: "\n")
    let list = "apiVersion: v1\nkind: List\nitems:\n\(items)\n"
    let made = try sandbox.kubectl(verb + ["-f", "-", "-o", "name"], input: list)
    #expect(made.output == names.map { "configmap/\($0)\n" }.joined())
  }

  @Test func `autoscale makes an autoscaler`() throws {
    let made = try sandbox.kubectl("-n", "team", "autoscale", "deployment/web", "--max=5")
    #expect(made.output == "horizontalpodautoscaler.autoscaling/web autoscaled\n")
    let shown = try sandbox.kubectl("-n", "team", "get", "hpa", "--no-headers")
    #expect(shown.output.contains("Deployment/web"))
  }

  @Test func `get shows the columns of the server`() throws {
    let table = try sandbox.kubectl("-n", "team", "get", "deployments")
    let heading = table.output.split(separator: "\n").first?.split(separator: " ")
    #expect(heading == ["NAME", "READY", "UP-TO-DATE", "AVAILABLE", "AGE"])
  }

  @Test func `access reviews answer from the roles in the cluster`() throws {
    // kubectl sends neither tokens nor `--as` over plain HTTP, so the review names the user.
    let review = """
      apiVersion: authorization.k8s.io/v1
      kind: SubjectAccessReview
      spec:
        user: system:serviceaccount:team:default
        resourceAttributes: {verb: list, resource: pods, namespace: team}
      """
    let path = "jsonpath={.status.allowed}"
    #expect(try sandbox.kubectl("create", "-f", "-", "-o", path, input: review).output == "false")
    try sandbox.kubectl(
      "-n",
      "team",
      "create",
      "rolebinding",
      "viewers",
      "--clusterrole=view",
      "--serviceaccount=team:default",
    )
    #expect(try sandbox.kubectl("create", "-f", "-", "-o", path, input: review).output == "true")
    #expect(try sandbox.kubectl("auth", "can-i", "delete", "nodes").output == "yes\n")
  }

  @Test func `claims go when nobody mounts them`() throws {
    let claim = """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data, namespace: team}
      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
      """
    try sandbox.kubectl("apply", "--server-side", "-f", "-", input: claim)
    let gone = try sandbox.kubectl("-n", "team", "delete", "pvc", "data", "--timeout=20m")
    #expect(gone.status == 0)
  }
}
