import JSON

@testable import fedctl_sandbox

/// A cluster that requests are put to without a process or a socket.
struct Bench {
  private let cluster: Cluster
  private let played = Played()
  /// Whose token comes with requests.
  var token: String?
  /// Whom requests ask to be taken for.
  var user: String?
  var groups: [String] = []

  init(hasAccessRules: Bool = false) {
    cluster = Cluster(
      ClusterState(preloaded: "hub", namespaces: ["team"], hasPrometheusOperator: true),
      hasAccessRules: hasAccessRules,
    )
  }

  /// Plays the controller that serves what a definition defines.
  func establish(_ name: String) {
    try? cluster.write { state in
      guard let definition = state.object("CustomResourceDefinition", name, in: "") else { return }
      state.establish(definition)
    }
  }

  /// Lets the controllers do all that there is to do; what takes its time is done only if `isReady`.
  func settle(isReady: Bool = true) {
    try? cluster.write { state in
      repeat {
        while let change = state.history.first(where: { $0.revision > played.revision }) {
          played.revision = change.revision
          state.react(to: change)
          if change.becomesReadyLater { played.unready.append(change) }
        }
        guard isReady else { return }
        for change in played.unready {
          let name = ObjectName(namespace: change.object.namespace, name: change.object.name)
          state.makeReady(change.resource, name)
        }
        played.unready = []
      } while state.revision > played.revision
    }
  }

  /// Puts a request to the cluster; the answer's code, document and warnings.
  func ask(
    _ method: String,
    _ target: String,
    _ body: JSON? = nil,
    type: String = "application/json",
    accept: String = "application/json",
  ) -> Answer {
    ask(method, target, bytes: body?.bytes() ?? [], type: type, accept: accept)
  }

  func ask(
    _ method: String,
    _ target: String,
    bytes: [UInt8],
    type: String,
    accept: String = "application/json",
  ) -> Answer {
    let parts = target.split(separator: "?", maxSplits: 1)
    let request = APIRequest(
      method: method,
      context: "hub",
      path: parts[0].split(separator: "/").map { String($0) },
      target: target,
      query: Query(parts.count > 1 ? String(parts[1]) : ""),
      accept: accept,
      contentType: type,
      userAgent: "bench/1",
      bearerToken: token,
      impersonatedUser: user,
      impersonatedGroups: groups,
      body: bytes,
    )
    do throws(APIStatus) {
      let action = Action(request, try cluster.read { $0.resources })
      switch try cluster.answer(request, action) {
      case .json(let json, let code, _, let warnings):
        return Answer(code: code, json: json, warnings: warnings)
      case .text(let text, let code): return Answer(code: code, json: .string(text))
      default: return Answer(code: 0, json: .null)
      }
    } catch {
      return Answer(code: error.code, json: error.body)
    }
  }

  /// Applies an object of a known place as the manager `a`.
  func apply(_ path: String, _ object: JSON, _ query: String = "") -> Answer {
    ask(
      "PATCH",
      "\(path)?fieldManager=a\(query)",
      object,
      type: "application/apply-patch+yaml",
    )
  }
}

/// How far the controllers have come.
private final class Played {
  var revision = 0
  /// What still takes its time.
  var unready: [Change] = []
}

struct Answer {
  let code: Int
  let json: JSON
  var warnings: [String] = []

  var message: String { json["message"]?.stringValue ?? "" }

  /// The refused fields, each as `FieldValueInvalid spec.replicas`.
  var causes: [String] {
    (json["details"]?["causes"]?.arrayValue ?? []).map {
      "\($0["reason"]?.stringValue ?? "") \($0["field"]?.stringValue ?? "")"
    }.sorted()
  }

  /// The code alone, or with the causes of a refusal.
  var summary: [String] { ["\(code)"] + causes }
}

/// Objects that a real API server takes, for tests to spoil.
enum Good {
  static let deployments = "/apis/apps/v1/namespaces/team/deployments/d"
  static let deployment: JSON = [
    "apiVersion": "apps/v1", "kind": "Deployment", "metadata": ["name": "d", "namespace": "team"],
    "spec": workload,
  ]
  static let statefulSets = "/apis/apps/v1/namespaces/team/statefulsets/s"
  static let statefulSet: JSON = [
    "apiVersion": "apps/v1", "kind": "StatefulSet", "metadata": ["name": "s", "namespace": "team"],
    "spec": mergePatched(workload, ["serviceName": "s"]),
  ]
  static let services = "/api/v1/namespaces/team/services/v"
  static let service: JSON = [
    "apiVersion": "v1", "kind": "Service", "metadata": ["name": "v", "namespace": "team"],
    "spec": [
      "selector": ["app": "x"], "ports": [["name": "http", "port": 80, "targetPort": "http"]],
    ],
  ]
  static let configMaps = "/api/v1/namespaces/team/configmaps/c"
  static let configMap: JSON = [
    "apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "c", "namespace": "team"],
    "data": ["k": "v"],
  ]
  static let routes = "/apis/route.openshift.io/v1/namespaces/team/routes/r"
  static let route: JSON = [
    "apiVersion": "route.openshift.io/v1", "kind": "Route",
    "metadata": ["name": "r", "namespace": "team"],
    "spec": [
      "to": ["kind": "Service", "name": "v"], "port": ["targetPort": "http"],
      "tls": ["termination": "reencrypt"],
    ],
  ]

  private static let workload: JSON = [
    "replicas": 1, "selector": ["matchLabels": ["app": "x"]],
    "template": [
      "metadata": ["labels": ["app": "x"]],
      "spec": [
        "containers": [
          [
            "name": "c", "image": "example.com/i:1",
            "ports": [["name": "http", "containerPort": 80]],
            "env": [["name": "A", "value": "1"]],
          ]
        ]
      ],
    ],
  ]
}
