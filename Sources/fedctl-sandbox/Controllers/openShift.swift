import FoundationEssentials
import JSON

/// What OpenShift's own controllers do.
extension ClusterState {
  /// The bundle by which Services' certificates are checked; one a cluster.
  var serviceCA: String { pemText(of: "service CA of \(context)") }

  /// What the router does: a host for a Route without one, and its admission.
  mutating func admitRoute(_ route: JSON) {
    guard route["status"]?["ingress"] == nil, !isNeverAdmitted else { return }
    let host =
      route["spec"]?["host"]?.stringValue
      ?? "\(route.name)-\(route.namespace).apps.\(context).example.com"
    // The host is part of the spec: who asks for none gets one by the name, and the router's
    // domain.
    edit(
      "Route",
      ObjectName(namespace: route.namespace, name: route.name),
      by: "openshift-apiserver",
    ) { $0.editing("spec") { $0.fill("host", .string(host)) } }
    let admitted: JSON = [
      "host": .string(host), "routerName": "default", "wildcardPolicy": "None",
      "routerCanonicalHostname": .string("router-default.apps.\(context).example.com"),
      "conditions": [
        ["type": "Admitted", "status": "True", "lastTransitionTime": .string(now)]
      ],
    ]
    setStatus(["ingress": [admitted]], of: route, by: "openshift-router")
  }

  /// What the service CA does for ConfigMaps that ask for its bundle.
  mutating func injectServiceCA(_ configMap: JSON) {
    let key = "service.beta.openshift.io/inject-cabundle"
    guard configMap.metadata["annotations"]?[key] == "true",
      configMap["data"]?["service-ca.crt"] == nil
    else { return }
    let name = ObjectName(namespace: configMap.namespace, name: configMap.name)
    let data = JSON.string(serviceCA)
    edit("ConfigMap", name, by: "service-ca-operator") {
      $0.setting(FieldPath(keys: "data", "service-ca.crt"), to: data)
    }
  }

  /// What the service CA does for Services that name a Secret for their certificate.
  mutating func issueServingCertificate(_ service: JSON) {
    let annotations = service.metadata["annotations"]
    guard
      let secret = annotations?["service.beta.openshift.io/serving-cert-secret-name"]?.stringValue
    else { return }
    let host = "\(service.name).\(service.namespace).svc"
    let text = Data(pemText(of: host).utf8).base64EncodedString()
    ensure(
      "Secret",
      secret,
      for: service,
      in: service.namespace,
      by: "service-ca-operator",
      [
        "type": "kubernetes.io/tls",
        "metadata": ["ownerReferences": [ownerReference(to: service)]],
        "data": ["tls.crt": .string(text), "tls.key": .string(text)],
      ],
    )
  }
}
