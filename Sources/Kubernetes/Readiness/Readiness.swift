package import JSON
package import Objects

/// Whether an object does what it is for.
package enum Readiness: Hashable, Sendable {
  case ready
  /// Not yet: what is missing.
  case waiting(String)
  /// Not without help: what the object says.
  case failed(String)
}

extension Readiness {
  package var reason: String {
    switch self {
    case .ready: "ready"
    case .waiting(let reason), .failed(let reason): reason
    }
  }

  package var isReady: Bool { self == .ready }

  /// The readiness of a live object, or of one that does not exist (nil).
  package static func of(_ object: JSON?, kind: ResourceKind) -> Readiness {
    guard let object else { return .waiting("does not exist") }
    return switch kind {
    case .namespace: namespace(object)
    case .secret: secret(object)
    case .configMap: configMap(object)
    case .deployment: deployment(object)
    case .statefulSet: statefulSet(object)
    case .daemonSet: daemonSet(object)
    case .service: service(object)
    case .route: route(object)
    case .ingress: ingress(object)
    case .certificate: certificate(object)
    case .customResourceDefinition: customResourceDefinition(object)
    case .apiService: apiService(object)
    case .subscription: subscription(object)
    case .clusterServiceVersion: clusterServiceVersion(object)
    case .prometheus: prometheus(object)
    default: .ready
    }
  }
}

extension JSON {
  /// What a condition or a status says, as `Reason: message`.
  var conditionWords: String {
    let words = [self["reason"]?.stringValue, self["message"]?.stringValue]
    return words.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ": ")
  }

  /// Whether a controller has seen the newest form of the object.
  var isObserved: Bool {
    self["status"]?["observedGeneration"]?.integerValue ?? 0 >= metadata.generation
  }

  /// Whether the load balancer of a Service or an Ingress has got an address.
  var hasLoadBalancerAddress: Bool {
    let entries = self["status"]?["loadBalancer"]?["ingress"]?.arrayValue ?? []
    return entries.contains { entry in
      ["hostname", "ip"].contains { !(entry[$0]?.stringValue ?? "").isEmpty }
    }
  }

  func count(_ field: String) -> Int64 { self["status"]?[field]?.integerValue ?? 0 }
}

extension ObjectCondition {
  /// As `Reason: message`.
  var conditionWords: String {
    [explanation.reason, explanation.message].filter { !$0.isEmpty }.joined(separator: ": ")
  }
}
