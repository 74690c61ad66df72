import JSON

/// Where a volume of the pod appears in a container.
struct Mount {
  var volume: String
  var path: String
  var isReadOnly = true
  /// Whether what the node mounts there later appears too.
  var followsNode = false

  var json: JSON {
    .fields([
      "name": .string(volume),
      "mountPath": .string(path),
      "readOnly": isReadOnly ? .bool(true) : nil,
      "mountPropagation": followsNode ? "HostToContainer" : nil,
    ])
  }
}
