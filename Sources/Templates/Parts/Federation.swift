import Fleet
import JSON
import Manifest

/// What reading from the platform's own Prometheus takes: a permission and the service CA.
extension ManagedSite {
  func federation() -> [Manifest] {
    federates ? federatePermission() + [serviceAuthority] : []
  }

  var federates: Bool { !design.federate.match.isEmpty }

  static let serviceAuthority = (configMap: "serving-certs-ca-bundle", key: "service-ca.crt")

  /// The cluster fills it in, and keeps it current when the CA is renewed; so it has no data here.
  private var serviceAuthority: Manifest {
    let annotations: JSON = ["service.beta.openshift.io/inject-cabundle": "true"]
    return site.manifest(
      .configMap,
      Self.serviceAuthority.configMap,
      of: .prometheus,
      ["metadata": ["annotations": annotations]],
    )
  }

  /// Up to 4.15 the guard of the platform's Prometheus asks for a right on the whole cluster, from
  /// 4.16 on for one in its namespace; where the release is unknown, both are given.
  private func federatePermission() -> [Manifest] {
    let boundary = OpenShiftVersion.namespacedFederation
    let isOlder = design.openshiftVersion.map { !$0.isAtLeast(boundary) }
    var permissions: [Manifest] = []
    if isOlder != true { permissions.append(namespacedPermission) }
    if isOlder != false { permissions.append(clusterPermission) }
    return permissions
  }

  private var namespacedPermission: Manifest {
    site.roleBinding(
      site.qualified("federate"),
      role: "cluster-monitoring-metrics-api",
      to: Self.account,
      of: .prometheus,
      in: "openshift-monitoring",
    )
  }

  private var clusterPermission: Manifest {
    site.clusterRoleBinding(
      "federate",
      role: "cluster-monitoring-view",
      to: Self.account,
      of: .prometheus,
    )
  }
}

extension OpenShiftVersion {
  fileprivate static let namespacedFederation = (major: 4, minor: 16)

  fileprivate func isAtLeast(_ other: (major: Int, minor: Int)) -> Bool {
    (major, minor) >= other
  }
}
