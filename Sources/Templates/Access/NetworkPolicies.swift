import JSON
import Objects

/// Who may reach a port.
enum Visitors {
  /// The port is guarded by a proxy or a login, so its visitors need no other guard; routers come
  /// from the host network on some clusters, which no selector can name.
  case anyone
  case pods(of: [Part])
}

extension Site {
  /// Closes every port of the fleet's pods that no other policy opens.
  func closedByDefault() -> Manifest {
    let spec: JSON = [
      "podSelector": ["matchLabels": [WellKnown.fleetLabel: .string(fleet)]],
      "policyTypes": ["Ingress"],
    ]
    return manifest(.networkPolicy, "default-deny", of: .fleet, ["spec": spec])
  }

  /// Opens ports of one part; `pods` is its labels where another than fedctl makes its pods.
  func networkPolicy(
    _ part: Part,
    selecting pods: [String: String]? = nil,
    opening ports: [(port: String, to: Visitors)],
  ) -> Manifest {
    let spec: JSON = [
      "podSelector": ["matchLabels": .map(pods ?? selector(part))],
      "policyTypes": ["Ingress"],
      "ingress": .array(ports.map { ingress($0.port, from: $0.to) }),
    ]
    return manifest(.networkPolicy, part.name, of: part, ["spec": spec])
  }

  private func ingress(_ port: String, from visitors: Visitors) -> JSON {
    let ports: JSON = [["port": .string(port), "protocol": "TCP"]]
    switch visitors {
    case .anyone: return ["ports": ports]
    case .pods(let parts):
      let peers = parts.map { ["podSelector": ["matchLabels": .map(selector($0))]] as JSON }
      return ["from": .array(peers), "ports": ports]
    }
  }
}
