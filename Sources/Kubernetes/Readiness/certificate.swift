import JSON
import Objects

extension Readiness {
  /// A certificate of cert-manager is ready once its Secret is filled.
  static func certificate(_ object: JSON) -> Readiness {
    guard let condition = object.condition("Ready") else {
      return .waiting("cert-manager has not seen it yet")
    }
    return condition.isTrue
      ? .ready : .waiting("it is not Ready: \(condition.conditionWords)")
  }
}
