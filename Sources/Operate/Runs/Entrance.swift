package import Apply
import JSON
package import Objects
import Plan
package import Templates

/// Where people find one of the fleet's pages, once it is applied.
package struct Entrance: Hashable, Sendable {
  package let page: Page
  /// The Service behind it, on the hub.
  package let service: ObjectReference
  /// The Service's first port.
  package let port: Int
  /// The kubeconfig's context of the hub.
  package let context: String
  /// The host under which a router has admitted its Route; nil where no Route leads to it.
  package let host: String?

  /// What a browser opens; nil where no Route leads to it.
  package var url: String? { host.map { "https://\($0)" } }
}

extension PlannedRun {
  /// The pages that the fleet has, each at most once, as the walk has left them.
  package func entrances(after outcome: ApplyOutcome) -> [Entrance] {
    let plan = clusters.plan
    guard purpose == .apply, let hub = plan.clusters.first else { return [] }
    return Page.allCases.compactMap { page in
      let parts = plan.changes.filter {
        $0.reference.cluster == hub.name && $0.desired?.isOf(page) == true
          && outcome.failed[$0.reference] == nil
      }
      guard let service = parts.first(where: { $0.reference.kind == .service }),
        let port = service.desired?.body["spec"]?["ports"]?[0]?["port"]?.integerValue
      else { return nil }
      return Entrance(
        page: page,
        service: service.reference,
        port: Int(port),
        context: hub.context,
        host: parts.compactMap { outcome.hosts[$0.reference] }.first,
      )
    }
  }
}

extension DesiredObject {
  fileprivate func isOf(_ page: Page) -> Bool {
    body.metadata.label(WellKnown.component) == page.component
  }
}
