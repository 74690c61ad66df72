import Objects

extension ResourceKind {
  /// What to do where a cluster does not serve the kind, as it stands behind a colon.
  var installation: String {
    switch group {
    case ResourceKind.prometheus.group:
      "install the Prometheus operator with its definitions first, or name a bundle of it under "
        + "`prometheusOperator`"
    case ResourceKind.monitoringStack.group:
      "install OpenShift's Cluster Observability Operator first, or let `monitoringStack.operator` do it"
    case ResourceKind.route.group:
      "write `platform: kubernetes` for a cluster that is no OpenShift; on one that is, look for what "
        + "serves APIService v1.route.openshift.io"
    case ResourceKind.subscription.group:
      "install OLM first, or take an operator that is there, or a bundle, under `prometheusOperator`"
    case ResourceKind.certificate.group:
      "install cert-manager first, or leave `issuer` out and give the certificate yourself"
    case ResourceKind.externalSecret.group:
      "install the External Secrets Operator first, or make the Secret yourself and name it under "
        + "`existingSecret`"
    case ResourceKind.grafanaDatasource.group:
      "install the operator of Grafana first, or choose another `kind` under `hub.grafana.existing`"
    default: "install what defines the kind first"
    }
  }
}
