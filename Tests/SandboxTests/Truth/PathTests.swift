import JSON
import Testing

@testable import fedctl_sandbox

/// What a real API server of 1.36.2 says where nothing is served, and to forms that it does not have.
@Suite struct PathTests {
  private let bench = Bench()
  private static let maps = "/api/v1/namespaces/team/configmaps"
  private static let routes = "/apis/route.openshift.io/v1/namespaces/team/routes"

  @Test(arguments: [
    "/bogus", "/apis/bogus", "/apis/bogus/v1", "/apis/bogus/v1/x", "/apis/route.openshift.io/v2",
    "/apis/route.openshift.io/v2/routes", "/apis/route.openshift.io/v1/bogus",
    "/apis/route.openshift.io/v1/namespaces/team/bogus", "/apis/route.openshift.io/v1/routes/x",
    "/apis/metrics.k8s.io/v1beta1/nodes", "/healthz/bogus", "/readyz/etcd", "/readyz/", "/openapi",
    "/metrics/bogus", "/swagger.json", "/apis/extensions/v1beta1", "//api",
  ])
  func `where nobody answers, a text says so`(path: String) {
    let answer = bench.ask("GET", path)
    #expect(answer.code == 404 && answer.json == "404 page not found\n")
  }

  @Test(arguments: [
    "/api/v2", "/api/v1/bogus", "/apis/apps/v2", "/apis/apps/v1/bogus", "/apis/apps/v1/namespaces",
    "/apis/apps/v1/deployments/x", "\(maps)/c/status", "\(maps)/c/x/y", "/version/bogus",
    "/api/v1//namespaces", "/apis/batch/v1beta1/cronjobs",
  ])
  func `a group that is built in says itself what it does not have`(path: String) {
    let answer = bench.ask("GET", path)
    #expect(answer.code == 404 && answer.json["reason"] == "NotFound")
  }

  private static let methods: [(String, String, Int)] = [
    ("DELETE", "/api/v1/configmaps", 405), ("DELETE", "/apis/route.openshift.io/v1/routes", 404),
    ("POST", "/apis/route.openshift.io/v1/routes", 404), ("PUT", routes, 400),
    ("POST", routes, 400), ("PATCH", "\(routes)/none", 404),
    ("GET", "/api/v1/namespaces/team/finalize", 405),
    ("PUT", "/api/v1/namespaces/team/serviceaccounts/default/token", 405),
    ("PATCH", "/api/v1/namespaces/team/serviceaccounts/default/token", 405),
  ]

  @Test(arguments: methods)
  func `a method that a place does not have`(method: String, path: String, code: Int) {
    let type = method == "PATCH" ? "application/merge-patch+json" : "application/json"
    #expect(bench.ask(method, path, [:], type: type).code == code)
  }

  @Test func `a few kinds are made by being put`() {
    let made = bench.ask("PUT", "\(Good.services)?fieldManager=u&dryRun=All", Good.service)
    #expect(made.code == 201 && bench.ask("GET", Good.services).code == 404)
    let old = mergePatched(Good.service, ["metadata": ["resourceVersion": "1"]])
    #expect(bench.ask("PUT", Good.services, old).code == 201)
    let other = mergePatched(Good.service, ["metadata": ["name": "w", "uid": "x"]])
    #expect(bench.ask("PUT", "/api/v1/namespaces/team/services/w", other).code == 409)
    #expect(bench.ask("PUT", "\(Self.maps)/c", Good.configMap).code == 404)
    #expect(bench.ask("PUT", Good.deployments, Good.deployment).code == 404)
  }

  private static let bodies: [(JSON, [String])] = [
    (["apiVersion": .null], ["400"]), (["apiVersion": "v1"], ["400"]), (["kind": .null], ["400"]),
    (["kind": "Bogus"], ["422", "FieldValueInvalid kind"]),
    (["metadata": ["finalizers": ["a.b/c", "a.b/c"]]], ["201"]),
  ]

  @Test(arguments: bodies)
  func `an object of a definition's kind says what it is`(change: JSON, said: [String]) {
    let body = mergePatched(Good.route, change)
    #expect(bench.ask("POST", "\(Self.routes)?dryRun=All", body).summary == said)
  }

  private static let types: [(String, Int)] = [
    ("application/json; charset=utf-8", 201), ("application/JSON", 201), ("application/yaml", 201),
    ("text/yaml", 415), ("application/json, application/yaml", 415), ("bogus", 415), ("*/*", 415),
    ("application/merge-patch+json", 415), ("application/vnd.kubernetes.protobuf", 400),
  ]

  @Test(arguments: types)
  func `an object comes in a form`(type: String, code: Int) {
    #expect(bench.ask("POST", Self.maps, Good.configMap, type: type).code == code)
  }

  private static let forms: [(String, String, Int)] = [
    ("text/html", "\(maps)/none", 406), ("text/html", "/bogus", 404),
    ("text/html", "/apis/apps/v1/bogus", 404),
    ("text/html", "/api/v1/namespaces/team/serviceaccounts/default/token", 405),
    ("application/json;as=Table;v=v1;g=meta.k8s.io", maps, 200),
    ("application/json;as=Table;v=v2;g=meta.k8s.io", maps, 406),
    ("application/json;as=Table", maps, 406),
    ("application/json;as=Bogus;v=v1;g=meta.k8s.io", maps, 406),
    ("application/json;as=Table;v=v1;g=meta.k8s.io", "/api/v1", 406),
    ("application/json;as=Bogus, application/json", maps, 200),
  ]

  @Test(arguments: forms)
  func `an answer is asked for in a form`(accept: String, path: String, code: Int) {
    #expect(bench.ask("GET", path, accept: accept).code == code)
  }

  @Test func `a deletion with a body is asked for by that alone`() {
    _ = bench.ask("POST", Self.maps, Good.configMap)
    let place = "\(Self.maps)/c"
    #expect(bench.ask("DELETE", "\(place)?dryRun=All").code == 200)
    #expect(bench.ask("DELETE", place, ["kind": "DeleteOptions"], type: "text/plain").code == 415)
    #expect(bench.ask("GET", place).code == 200)
    _ = bench.ask("DELETE", "\(place)?dryRun=All", ["kind": "DeleteOptions"])
    #expect(bench.ask("GET", place).code == 404)
  }
}
