import JSON

/// The kubeconfig for the served contexts.
///
/// JSON is YAML too, so every client reads it.
struct Kubeconfig {
  let contexts: [String]
  /// Where each context is served on 127.0.0.1.
  let ports: [String: UInt16]

  /// Without a current context: nobody works on a cluster that they did not name.
  var document: JSON {
    [
      "apiVersion": "v1", "kind": "Config",
      "clusters": .array(
        contexts.map {
          let server = "http://127.0.0.1:\(ports[$0] ?? 0)/\($0)"
          return ["name": .string($0), "cluster": ["server": .string(server)]]
        }
      ),
      "users": [["name": "sandbox", "user": [:]]],
      "contexts": .array(
        contexts.map {
          [
            "name": .string($0),
            "context": ["cluster": .string($0), "user": "sandbox", "namespace": "default"],
          ]
        }
      ),
      "current-context": "",
    ]
  }
}
