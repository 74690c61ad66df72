import JSON

/// The kubeconfig for the served contexts.
///
/// JSON is YAML too, so every client reads it.
struct Kubeconfig {
  let contexts: [String]
  let port: UInt16

  /// Without a current context: nobody works on a cluster that they did not name.
  var document: JSON {
    [
      "apiVersion": "v1", "kind": "Config",
      "clusters": .array(
        contexts.map {
          ["name": .string($0), "cluster": ["server": .string("http://127.0.0.1:\(port)/\($0)")]]
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
