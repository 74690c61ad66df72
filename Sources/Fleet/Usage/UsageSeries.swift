/// A series by which a cluster tells what its components use.
///
/// Every one is of a pod or of something coarser, and means the same on each platform, so that an
/// OpenShift cluster can be held against another distribution. What a component or a node uses is
/// added up on the hub; owners of pods are told by the pods' names there (`Workload`).
///
/// OpenShift's own Prometheus records nothing for others: it takes rules from namespaces with the label
/// `openshift.io/cluster-monitoring` alone, which Red Hat does not support for anybody else
/// (openshift/cluster-monitoring-operator:assets/prometheus-k8s/prometheus.yaml, from 4.12 on). So what
/// it records already is taken, and what it has raw for one a pod; a cluster without it records the
/// same under the same names.
package enum UsageSeries: String, Hashable, Sendable, CaseIterable {
  /// In cores, over five minutes, by the sum that the kubelet makes of a pod's containers.
  case cpu = "pod:container_cpu_usage:sum"
  /// In bytes: what the kernel would not give back of a pod's memory; tells the pod's node as well.
  case memory = "container_memory_working_set_bytes"
  /// In bytes a second, of pods with a network of their own.
  case received = "pod:container_network_receive_bytes:rate5m"
  /// In bytes a second, of pods with a network of their own.
  case sent = "pod:container_network_transmit_bytes:rate5m"
  /// A counter of bytes, of every pod: one on its node's network has the whole node's.
  case receivedTotal = "container_network_receive_bytes_total"
  /// A counter of bytes, of every pod: one on its node's network has the whole node's.
  case sentTotal = "container_network_transmit_bytes_total"
  /// 1 for each pod on its node's network, whose traffic is not its own.
  case nodeNetwork = "kube_pod_info"
  /// A counter, of each container; none without kube-state-metrics.
  case restarts = "kube_pod_container_status_restarts_total"
  /// In bytes: what a pod's containers have written beside their volumes.
  ///
  /// Kubelets that run pods by containerd do not measure it.
  case disk = "pod:container_fs_usage_bytes:sum"
  /// In bytes, of each claim's volume.
  case volumes = "kubelet_volume_stats_used_bytes"
  /// How many series a target of a component gives.
  case targets = "scrape_samples_post_metric_relabeling"
  /// Of each node, which are counted by it.
  case cores = "machine_cpu_cores"
  /// In bytes, of each node.
  case nodeMemory = "machine_memory_bytes"
  /// OpenShift's release, as the label `version`.
  case openshiftVersion = "cluster_version"
  /// OpenShift's operators, each with its own release, as the labels `name` and `version`.
  case operators = "cluster_operator_up"
  /// The API server's release, as the label `git_version`.
  case kubernetesVersion = "kubernetes_build_info"
  /// 1 for each alert that fires on the cluster.
  case alerts = "ALERTS"

  /// Those that a cluster of this platform has, or can be made to have.
  package static func told(by platform: Platform) -> [UsageSeries] {
    switch platform {
    case .openshift:
      [
        .cpu, .memory, .receivedTotal, .sentTotal, .nodeNetwork, .restarts, .disk, .volumes,
        .targets, .cores, .nodeMemory, .openshiftVersion, .operators, .alerts,
      ]
    case .kubernetes:
      [
        .cpu, .memory, .received, .sent, .restarts, .disk, .volumes, .targets, .cores,
        .nodeMemory, .kubernetesVersion, .alerts,
      ]
    }
  }
}
