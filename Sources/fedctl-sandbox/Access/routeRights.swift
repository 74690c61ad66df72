import JSON

/// What OpenShift asks of whoever gives a Route a host or a certificate, and of the router that shows it
/// (openshift/library-go:pkg/route/hostassignment/assignment.go, pkg/route/validation/validation.go).
extension ClusterState {
  /// Refuses a host or a certificate of somebody who may make Routes and not choose those.
  ///
  /// A certificate from a Secret is taken for another one at each update, for nobody knows what the Secret has now.
  func checkHost(
    of route: JSON,
    over live: JSON?,
    _ resource: Resource,
    by author: Identity,
  ) throws(APIStatus) {
    guard resource.kind == "Route" else { return }
    let mayChoose = { (verb: String) in
      let permission = Permission(
        verb: verb,
        group: resource.group,
        resource: "\(resource.plural)/custom-host",
        namespace: route.namespace,
        name: route.name,
      )
      return allows(permission, to: author)
    }
    let (spec, before) = (Place(route["spec"], at: "spec"), Place(live?["spec"]))
    let (host, tls) = (spec["host"], spec["tls"])
    let certificate = tls["externalCertificate"]
    var problems = Problems()
    if live == nil {
      guard !host.isEmpty || !certificate.isEmpty, !mayChoose("create") else { return }
      host.isEmpty
        ? problems.forbidden(tls, Self.certificateRefusal)
        : problems.forbidden(host, Self.hostRefusal)
    } else if !host.isEmpty, host.text != before["host"].text {
      if !mayChoose("update") { problems.invalid(host, Self.hostRefusal) }
    } else if !certificate.isEmpty, !mayChoose("update"), !mayChoose("create") {
      problems.invalid(certificate, Self.certificateRefusal)
    }
    guard problems.isEmpty else { throw .invalid(resource, route.name, problems.fields) }
  }

  private static let hostRefusal = "you do not have permission to set the host field of the route"

  private static let certificateRefusal =
    "you do not have permission to set certificate fields on the route"

  /// Refuses a certificate that is not there, or that the router may not read.
  func checkCertificate(
    of route: JSON,
    over live: JSON?,
    _ resource: Resource,
  ) throws(APIStatus) {
    let path = FieldPath(keys: "spec", "tls", "externalCertificate")
    guard resource.kind == "Route", let name = route[path]?["name"]?.stringValue,
      live?[path]?["name"]?.stringValue != name
    else { return }
    let place = Place(.string(name), at: "spec.tls.externalCertificate")
    let router = Identity(serviceAccount: "router", in: "openshift-ingress")
    var problems = Problems()
    for verb in ["get", "list", "watch"] {
      let permission = Permission(
        verb: verb,
        resource: "secrets",
        namespace: route.namespace,
        name: name,
      )
      if !allows(permission, to: router) {
        problems.forbidden(
          place,
          "router serviceaccount does not have permission to \(verb) this secret",
        )
      }
    }
    if let secret = object("Secret", name, in: route.namespace) {
      if secret["type"] != "kubernetes.io/tls" {
        problems.invalid(place, "secret of type \"kubernetes.io/tls\" required")
      }
    } else {
      problems.notFound(place)
    }
    guard problems.isEmpty else { throw .invalid(resource, route.name, problems.fields) }
  }
}
