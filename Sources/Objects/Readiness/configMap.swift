import JSON

extension Readiness {
  /// A ConfigMap that asks for the service CA's bundle is ready once it has it; all others at once.
  static func configMap(_ object: JSON) -> Readiness {
    let wish = object.metadata.annotation("service.beta.openshift.io/inject-cabundle")
    guard wish == "true" else { return .ready }
    let bundle = object["data"]?["service-ca.crt"]?.stringValue ?? ""
    return bundle.isEmpty ? .waiting(.noServiceAuthority) : .ready
  }
}
