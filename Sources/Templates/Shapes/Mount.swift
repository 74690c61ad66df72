import JSON

/// Where a volume of the pod appears in a container.
struct Mount {
  /// The name of the volume in the pod.
  var volume: String
  var path: String
  /// A volume that a process writes to says so.
  var isReadOnly = true
  /// Whether what the node mounts there later appears too.
  var followsNode = false

  /// As a container has it.
  var json: JSON {
    .fields([
      "name": .string(volume),
      "mountPath": .string(path),
      "readOnly": isReadOnly ? .bool(true) : nil,
      "mountPropagation": followsNode ? "HostToContainer" : nil,
    ])
  }
}
