/// What runs on the hub beside Grafana, by topology.
package enum HubDesign: Hashable, Sendable {
  case receive(ReceiveHub)
  case federate(FederateHub)
  case sidecar(ThanosHub)
  case collector(CollectorHub)

  var topology: Topology {
    switch self {
    case .receive: .receive
    case .federate: .federate
    case .sidecar: .sidecar
    case .collector: .collector
    }
  }
}
