package import JSON
package import Manifest

/// Whether an object does what it is for.
package enum Readiness: Hashable, Sendable {
  case ready
  /// Not yet, and why.
  case waiting(String)
  /// It says itself that something is wrong, and what.
  case failed(String)
}

extension Readiness {
  /// Judges an object by its kind; nil is an object that is not there.
  ///
  /// A status about an older generation says nothing, so it is waited for.
  package static func of(_ object: JSON?, kind: ResourceKind) -> Readiness {
    guard let object else { return .waiting("does not exist yet") }
    if object["metadata"]?["deletionTimestamp"] != nil { return .failed("is being deleted") }
    if isStale(object) { return .waiting("its controller has not seen the latest change") }
    return judge(kind)(object)
  }

  private static func judge(_ kind: ResourceKind) -> (JSON) -> Readiness {
    switch kind {
    case .namespace: namespace
    case .secret: secret
    case .configMap: configMap
    case .service: service
    case .persistentVolumeClaim: claim
    case .deployment: deployment
    case .statefulSet: statefulSet
    case .route: route
    case .subscription: subscription
    case .installPlan: installPlan
    case .clusterServiceVersion: clusterServiceVersion
    case .prometheus: prometheus
    case .customResourceDefinition: definition
    default: { _ in .ready }
    }
  }

  private static func isStale(_ object: JSON) -> Bool {
    guard let generation = object["metadata"]?["generation"]?.integerValue,
      let observed = object["status"]?["observedGeneration"]?.integerValue
    else { return false }
    return observed < generation
  }
}
