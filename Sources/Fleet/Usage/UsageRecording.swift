/// What a cluster without OpenShift's monitoring works out of what its kubelets measure.
extension UsageSeries {
  /// In PromQL; nil for what is there without being worked out.
  ///
  /// The expressions of names that OpenShift records are OpenShift's
  /// (openshift/cluster-monitoring-operator:assets/cluster-monitoring-operator/prometheus-rule.yaml).
  package var recording: String? {
    switch self {
    case .cpu:
      #"sum by (namespace, pod) (rate(container_cpu_usage_seconds_total{container="",pod!=""}[5m]))"#
    case .disk: #"sum by (namespace, pod) (container_fs_usage_bytes{pod!=""})"#
    case .received: Self.traffic(.receivedTotal)
    case .sent: Self.traffic(.sentTotal)
    case .memory, .receivedTotal, .sentTotal, .nodeNetwork, .restarts, .volumes, .targets, .cores,
      .nodeMemory, .openshiftVersion, .operators, .kubernetesVersion, .alerts:
      nil
    }
  }

  /// A pod that shares its node's network is left out: where kube-state-metrics tells it is, and else by
  /// the interfaces that it sees, of which a pod has none and a node mostly some.
  private static func traffic(_ counter: UsageSeries) -> String {
    let rate = "sum by (namespace, pod) (rate(\(counter.vector(""))[5m]))"
    let told = nodeNetwork.vector("")
    let seen = "\(counter.rawValue){pod!=\"\",interface=~\"\(nodesInterfaces)\"}"
    return "\(rate) unless on (namespace, pod) (\(told) or \(seen))"
  }

  /// Network cards and what network plugins add on a node: not `veth` and `docker`, which cAdvisor
  /// passes over, nor tunnels by the kernel's own names, which every network has.
  private static let nodesInterfaces =
    "(antrea|azv|bond|br|cali|cilium|cni|dummy|em|en|flannel|genev|gke|kube|lxc|nodelocaldns|ov|vxlan"
    + "|weave|wl).*"

  /// Those of a platform that somebody has to work out there.
  package static func recorded(on platform: Platform) -> [UsageSeries] {
    switch platform {
    case .openshift: []
    case .kubernetes: told(by: platform).filter { $0.recording != nil }
    }
  }
}
