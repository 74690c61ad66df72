internal import JSON

extension Readiness {
  static func namespace(_ object: JSON) -> Readiness {
    object["status"]?["phase"] == "Active" ? .ready : .waiting("it is not active yet")
  }

  /// Secrets whose content is made by a controller are ready once it is there.
  static func secret(_ object: JSON) -> Readiness {
    let wanted: [String] =
      switch object["type"]?.stringValue {
      case "kubernetes.io/tls": ["tls.crt", "tls.key"]
      case "kubernetes.io/service-account-token": ["token"]
      default: []
      }
    let missing = wanted.first { (object["data"]?[$0]?.stringValue ?? "").isEmpty }
    return missing.map { .waiting("it has no \($0) yet") } ?? .ready
  }

  static func configMap(_ object: JSON) -> Readiness {
    let annotations = object["metadata"]?["annotations"]
    guard annotations?["service.beta.openshift.io/inject-cabundle"] == "true" else { return .ready }
    return (object["data"]?["service-ca.crt"]?.stringValue ?? "").isEmpty
      ? .waiting("the service CA has not been put in yet") : .ready
  }

  static func service(_ object: JSON) -> Readiness {
    guard object["spec"]?["type"] == "LoadBalancer" else { return .ready }
    let entry = object["status"]?["loadBalancer"]?["ingress"]?[0]
    return entry?["hostname"] ?? entry?["ip"] != nil
      ? .ready : .waiting("it has no load balancer yet")
  }

  static func claim(_ object: JSON) -> Readiness {
    switch object["status"]?["phase"] {
    case "Bound": .ready
    case "Lost": .failed("its volume is lost")
    default: .waiting("it is not bound to a volume yet")
    }
  }

  static func definition(_ object: JSON) -> Readiness {
    if let names = object.condition("NamesAccepted"), names["status"] == "False" {
      return .failed(names.explanation)
    }
    return object.condition("Established")?["status"] == "True"
      ? .ready : .waiting("it is not established yet")
  }
}
