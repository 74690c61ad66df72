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
  var arguments: [String]
  var ports: KeyValuePairs<String, Int64> = [:]
  var environment: [JSON] = []
  var readiness: JSON
  var liveness: JSON?
  var resources: JSON
  var mounts: [Mount]

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

  static let securityContext: JSON = [
    "allowPrivilegeEscalation": false,
    "capabilities": ["drop": ["ALL"]],
  ]
}

extension Resources {
  var json: JSON { .fields(["requests": .map(requests), "limits": .map(limits)]) }
}
