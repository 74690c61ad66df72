import Fleet
import JSON
import Objects

/// The operator, installed by OLM into the fleet's namespace alone, or brought by a bundle; elsewhere
/// than on OpenShift, without a bundle, it is there already.
extension ManagedSite {
  func prometheusOperator() -> [Manifest] {
    if let bundle = design.operatorBundle {
      return site.prometheusOperator(bundle, from: hub.bundles)
    }
    return switch cluster.platform {
    case .openshift:
      [
        operatorGroup,
        subscription(
          to: design.prometheusOperator,
          provides: [.prometheus, .serviceMonitor, .podMonitor, .prometheusRule],
        ),
      ]
    case .kubernetes: []
    }
  }

  /// A second one in the namespace would stop every operator in it.
  private var operatorGroup: Manifest {
    let spec: JSON = ["targetNamespaces": [.string(namespace)]]
    return site.manifest(.operatorGroup, namespace, of: .prometheusOperator, ["spec": spec])
  }

  /// Approval is manual, so that nothing but the pinned version is ever installed.
  ///
  /// - `namespace`: the operator's namespace, where it is not the fleet's.
  func subscription(
    to choice: PrometheusOperator,
    in namespace: String? = nil,
    provides kinds: [ResourceKind],
  ) -> Manifest {
    var place = site.surroundings.placement
    // OLM has no word for it.
    place.priorityClass = nil
    let spec: JSON = .fields([
      "name": .string(choice.package),
      "channel": .string(choice.channel),
      "source": .string(choice.source),
      "sourceNamespace": .string(choice.sourceNamespace),
      "installPlanApproval": "Manual",
      "startingCSV": .string(choice.startingCSV),
      "config": place.json,
    ])
    return site.manifest(
      .subscription,
      choice.package,
      of: .prometheusOperator,
      in: namespace,
      ["spec": spec],
      provides: kinds,
    )
  }
}
