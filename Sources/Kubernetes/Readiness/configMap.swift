import JSON
import Objects

extension Readiness {
  /// A ConfigMap that asks for the service CA's bundle is ready once it has it.
  static func configMap(_ object: JSON) -> Readiness {
    guard object.metadata.annotation("service.beta.openshift.io/inject-cabundle") == "true" else {
      return .ready
    }
    let bundle = object["data"]?["service-ca.crt"]?.stringValue ?? ""
    return bundle.isEmpty ? .waiting("the service CA has not filled it in yet") : .ready
  }
}
