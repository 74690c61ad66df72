import Fleet
import Objects

/// Thanos receive as a router: takes requests, keeps nothing, and deals the series out.
extension HubSite {
  /// Nothing for a hub whose receive takes requests itself.
  func router() -> [Manifest] {
    guard let component = design.receive.router else { return [] }
    let part = Part.receiveRouter
    let workload = workload(ofRouter: component)
    return [
      site.manifest(.serviceAccount, part.name, of: part),
      // What stands before it has another; by this one its metrics are read.
      site.headlessService("\(part.name)-pods", of: part, ports: [Thanos.httpPort]),
      site.networkPolicy(part, opening: [("web-proxy", to: .anyone)]),
      workload.deployment(),
    ] + workload.disruptionBudget()
  }

  private func workload(ofRouter component: Component) -> Workload {
    let part = Part.receiveRouter
    let container = Thanos.container(
      part,
      component,
      ["receive", thanos.receiveLabel] + listeningArguments + wayInArguments(of: part),
      mounts: configurationMounts(of: part),
    )
    return Workload(
      part,
      component,
      at: site,
      containers: [container, receiveGuard.container],
      volumes: configurationVolumes(of: part) + receiveGuard.podVolumes,
    )
  }
}
