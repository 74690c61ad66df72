import JSON

/// What a cloud does, and the controllers of an Ingress that work for it.
extension ClusterState {
  /// A Service of type LoadBalancer gets a host name, once.
  mutating func balanceService(_ service: JSON) {
    guard service["spec"]?["type"] == "LoadBalancer" else { return }
    assignLoadBalancer(to: service, by: "cloud-controller-manager")
  }

  /// Every Ingress gets a host name, whatever its class.
  mutating func balanceIngress(_ ingress: JSON) {
    assignLoadBalancer(to: ingress, by: "ingress-controller")
  }

  /// A name that stays the same for the same object.
  private mutating func assignLoadBalancer(to object: JSON, by controller: String) {
    guard object["status"]?["loadBalancer"]?["ingress"] == nil else { return }
    let host = "\(object.name)-\(object.namespace).lb.\(context).example.com"
    setStatus(
      ["loadBalancer": ["ingress": [["hostname": .string(host)]]]],
      of: object,
      by: controller,
    )
  }
}
