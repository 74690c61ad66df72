import Fleet
import JSON

/// A container that the namespaces' strictest pod-security level admits.
///
/// It names no user: OpenShift gives each namespace its own.
struct Container {
  var name: String
  var image: String
  /// For an image that does not say what runs.
  var command: [String] = []
  /// In order; where a flag is given twice, most processes take the last.
  var arguments: [String]
  /// TCP ports by the names that probes and Services use.
  var ports: KeyValuePairs<String, Int64> = [:]
  /// Entries of `env`, as Kubernetes has them.
  var environment: [JSON] = []
  /// Whether the pod is sent requests.
  var readiness: JSON
  /// Whether it is started anew; nil where hanging does not happen.
  var liveness: JSON?
  var resources: JSON
  var mounts: [Mount]

  /// As a pod has it, without what is empty.
  var json: JSON {
    .fields([
      "name": .string(name),
      "image": .string(image),
      "command": .list(command),
      "args": .list(arguments),
      "env": .array(environment),
      "ports": .array(
        ports.map {
          ["name": .string($0.key), "containerPort": .integer($0.value), "protocol": "TCP"]
        }
      ),
      "readinessProbe": readiness,
      "livenessProbe": liveness,
      "resources": resources,
      "securityContext": Self.securityContext,
      "volumeMounts": .array(mounts.map(\.json)),
    ])
  }

  /// What the `restricted` level asks of a container; the rest stands with the pod.
  static let securityContext: JSON = [
    "allowPrivilegeEscalation": false,
    "capabilities": ["drop": ["ALL"]],
  ]
}

extension Resources {
  var json: JSON { .fields(["requests": .map(requests), "limits": .map(limits)]) }
}
