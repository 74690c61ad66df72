import Fleet
import JSON
import Objects

/// Who may reach a port.
enum Visitors {
  /// The port is guarded by a proxy or a login, so its visitors need no other guard; routers come
  /// from the host network on some clusters, which no selector can name.
  case anyone
  case pods(of: [Part])
  /// Pods that another than fedctl makes, by their labels, beside parts of the fleet's own.
  case chosen([String: String], and: [Part])
  /// Every pod of a namespace that is not the fleet's, and parts of the fleet's own.
  case namespace(String, and: [Part] = [])
  /// The API server, for whoever asks through its proxy, as far as a selector can name it; see `apiServers`.
  case apiServer
}

extension Site {
  /// The fleet's namespace, where nobody reaches anything unless more is said.
  func closedNamespace() -> [Manifest] {
    [manifest(.namespace, namespace, of: .fleet), closedByDefault()]
  }

  /// Closes every port of the fleet's pods that no other policy opens.
  func closedByDefault() -> Manifest {
    networkPolicy("default-deny", of: .fleet, ["matchLabels": memberLabel], opening: [])
  }

  /// Opens ports of one part; `pods` is its labels where another than fedctl makes its pods.
  func networkPolicy(
    _ part: Part,
    selecting pods: [String: String]? = nil,
    opening ports: [(port: String, to: Visitors)],
  ) -> Manifest {
    let chosen: JSON = ["matchLabels": .map(pods ?? selector(part))]
    return networkPolicy(part.name, of: part, chosen, opening: ports)
  }

  /// Opens ports of the chosen pods, and closes all others of theirs.
  func networkPolicy(
    _ name: String,
    of part: Part,
    _ pods: JSON,
    opening ports: [(port: String, to: Visitors)],
  ) -> Manifest {
    let spec: JSON = .fields([
      "podSelector": pods,
      "policyTypes": ["Ingress"],
      "ingress": .array(ports.map { ingress($0.port, from: $0.to) }),
    ])
    return manifest(.networkPolicy, name, of: part, ["spec": spec])
  }

  private func ingress(_ port: String, from visitors: Visitors) -> JSON {
    .fields([
      "from": peers(visitors).map(JSON.array),
      "ports": [["port": .string(port), "protocol": "TCP"]],
    ])
  }

  /// nil for everybody.
  private func peers(_ visitors: Visitors) -> [JSON]? {
    switch visitors {
    case .anyone: nil
    case .pods(let parts): parts.map { ["podSelector": matching($0)] }
    case .chosen(let labels, let parts):
      [["podSelector": ["matchLabels": .map(labels)]]]
        + parts.map { ["podSelector": matching($0)] }
    case .namespace(let name, let parts):
      [everyPod(of: name)] + parts.map { ["podSelector": matching($0)] }
    case .apiServer: [apiServers]
    }
  }

  private func everyPod(of namespace: String) -> JSON {
    [
      "namespaceSelector": [
        "matchLabels": ["kubernetes.io/metadata.name": .string(namespace)]
      ]
    ]
  }

  /// On OpenShift the network of the nodes, in which its API servers are and none but privileged pods.
  ///
  /// Elsewhere the agents of konnectivity, by which the API servers of most managed services reach pods. Those that come straight from
  /// addresses of nodes no selector can name (docs/verify.md).
  private var apiServers: JSON {
    guard platform == .kubernetes else {
      let label = "policy-group.network.openshift.io/host-network"
      return ["namespaceSelector": ["matchLabels": .map([label: ""])]]
    }
    return [
      "namespaceSelector": [
        "matchLabels": ["kubernetes.io/metadata.name": "kube-system"]
      ],
      "podSelector": ["matchLabels": ["k8s-app": "konnectivity-agent"]],
    ]
  }
}
