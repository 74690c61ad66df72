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

extension HubDesign {
  /// Who evaluates rules over all clusters; nil where nobody does.
  package var ruler: Ruler? {
    get {
      switch self {
      case .receive(let hub): hub.thanos.ruler
      case .sidecar(let hub): hub.ruler
      case .collector(let hub): hub.thanos.ruler
      case .federate: nil
      }
    }
    set {
      switch self {
      case .receive(var hub):
        hub.thanos.ruler = newValue
        self = .receive(hub)
      case .sidecar(var hub):
        hub.ruler = newValue
        self = .sidecar(hub)
      case .collector(var hub):
        hub.thanos.ruler = newValue
        self = .collector(hub)
      case .federate: break
      }
    }
  }
}

extension HubDesign {
  /// What is evaluated over all clusters beside the fleet's own; nil where nobody evaluates anything.
  package var rules: AddedRules? {
    get { if case .federate(let hub) = self { hub.rules } else { ruler?.rules } }
    set {
      if case .federate(var hub) = self {
        hub.rules = newValue ?? AddedRules()
        self = .federate(hub)
      } else if let newValue {
        ruler?.rules = newValue
      }
    }
  }
}
