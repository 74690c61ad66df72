/// Where an Ingress leads, and under which name.
struct IngressTarget {
  let service: String
  /// The name of the Service's port.
  let port: String
  /// The name by which visitors come.
  let host: String
  let path: String
  /// As Kubernetes calls it: `Exact` or `Prefix`.
  let pathType: String
  /// The Secret with the certificate; nil where the controller has it from elsewhere.
  let secret: String?
}
