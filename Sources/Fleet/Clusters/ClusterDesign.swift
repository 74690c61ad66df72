/// What runs on a managed cluster, by topology.
package enum ClusterDesign: Hashable, Sendable {
  case receive(ReceiveCluster)
  case federate(FederateCluster)
  case sidecar(SidecarCluster)
  case collector(CollectorCluster)
}
