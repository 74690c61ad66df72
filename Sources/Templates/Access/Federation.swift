import Fleet
import JSON
import Objects

/// What reading from the platform's own Prometheus takes: a permission and the service CA.
extension Site {
  /// `version` is nil where the file does not tell OpenShift's release.
  func federation(
    as account: String,
    of part: Part,
    on version: OpenShiftVersion?,
  ) -> [Manifest] {
    federatePermission(of: account, part, on: version) + [serviceAuthority(of: part)]
  }

  /// The ConfigMap in which pods find the authority of the cluster's own Services.
  static let serviceAuthority = (configMap: "serving-certs-ca-bundle", key: "service-ca.crt")

  /// The cluster fills it in, and keeps it current when the CA is renewed; so it has no data here.
  private func serviceAuthority(of part: Part) -> Manifest {
    let annotations: JSON = ["service.beta.openshift.io/inject-cabundle": "true"]
    return manifest(
      .configMap,
      Self.serviceAuthority.configMap,
      of: part,
      ["metadata": ["annotations": annotations]],
    )
  }

  /// Up to 4.15 the guard of the platform's Prometheus asks for a right on the whole cluster, from
  /// 4.16 on for one in its namespace; where the release is unknown, both are given.
  private func federatePermission(
    of account: String,
    _ part: Part,
    on version: OpenShiftVersion?,
  ) -> [Manifest] {
    let boundary = OpenShiftVersion.namespacedFederation
    let isOlder = version.map { !$0.isAtLeast(boundary) }
    var permissions: [Manifest] = []
    if isOlder != true { permissions.append(namespacedPermission(of: account, part)) }
    if isOlder != false { permissions.append(clusterPermission(of: account, part)) }
    return permissions
  }

  /// From 4.16 on.
  private func namespacedPermission(of account: String, _ part: Part) -> Manifest {
    roleBinding(
      qualified("federate"),
      role: "cluster-monitoring-metrics-api",
      to: account,
      of: part,
      in: "openshift-monitoring",
    )
  }

  /// Up to 4.15.
  private func clusterPermission(of account: String, _ part: Part) -> Manifest {
    clusterRoleBinding(
      "federate",
      role: "cluster-monitoring-view",
      to: account,
      of: part,
    )
  }
}

extension OpenShiftVersion {
  fileprivate static let namespacedFederation = (major: 4, minor: 16)

  fileprivate func isAtLeast(_ other: (major: Int, minor: Int)) -> Bool {
    (major, minor) >= other
  }
}
