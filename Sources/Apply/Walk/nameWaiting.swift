import JSON
import Kubernetes
import Objects
import Plan

extension ApplyStep {
  /// Waits until every name by which others reach the object resolves.
  func waitForNames(of object: JSON?) async throws(ApplyError) {
    let deadline = ContinuousClock.now + waitTimeout
    for host in object?.publicNames ?? [] {
      while await !NameLookup.resolves(host) {
        await report(.waiting(change.reference, on: change.reference, .unresolved(host: host)))
        guard ContinuousClock.now < deadline else { throw .unresolved(host) }
        guard (try? await Task.sleep(for: .seconds(2))) != nil else { throw .interrupted }
      }
    }
  }
}

extension JSON {
  /// The hosts of an Ingress' rules, and the host names of load balancers.
  fileprivate var publicNames: [String] {
    let rules = self["kind"] == "Ingress" ? self["spec"]?["rules"]?.arrayValue ?? [] : []
    let balancers = self["status"]?["loadBalancer"]?["ingress"]?.arrayValue ?? []
    return rules.compactMap { $0["host"]?.stringValue }
      + balancers.compactMap { $0["hostname"]?.stringValue }
  }
}
