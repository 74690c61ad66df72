import Fleet
import JSON
import Objects

/// The operator of a bundle, made the fleet's own: it lives in the fleet's namespace, has its rights
/// there alone, and looks nowhere else.
extension Site {
  /// Nothing for an operator that is there already.
  func prometheusOperator(_ bundle: OperatorBundle?, from bundles: Bundles) -> [Manifest] {
    guard let objects = bundle.flatMap({ bundles[$0] }) else { return [] }
    return objects.definitions.map(definition)
      + objects.accounts.map { moved($0, .serviceAccount) }
      + objects.clusterRoles.map { moved($0, .clusterRole, named: qualified($0.name)) }
      + objects.bindings.map { moved(ownBinding($0), .roleBinding) }
      + objects.services.map { moved(ownService($0), .service) }
      + [
        moved(
          ownDeployment(objects.deployment),
          .deployment,
          provides: objects.definitions.flatMap(ResourceKind.defined),
        )
      ]
  }

  private func definition(_ object: JSON) -> Manifest {
    moved(object, .customResourceDefinition, provides: ResourceKind.defined(by: object))
  }

  /// An object of the bundle as one of the fleet's, whatever it said of its place and its state.
  private func moved(
    _ object: JSON,
    _ kind: ResourceKind,
    named name: String? = nil,
    provides: [ResourceKind] = [],
  ) -> Manifest {
    let part = Part.prometheusOperator
    let placed: JSON = [
      "apiVersion": .null, "kind": .null, "status": .null,
      "metadata": [
        "name": .null, "namespace": .null, "creationTimestamp": .null,
        "labels": .map(memberLabels(part)),
      ],
    ]
    return manifest(
      kind,
      name ?? object.name,
      of: part,
      object.merging(placed),
      provides: provides,
    )
  }

  /// Rights in the fleet's namespace where the bundle asks for the whole cluster: told to look at one
  /// namespace, the operator asks for no more.
  private func ownBinding(_ binding: JSON) -> JSON {
    let subjects = binding["subjects"]?.arrayValue ?? []
    return
      binding
      .setting(
        FieldPath(keys: "roleRef", "name"),
        to: .string(qualified(binding["roleRef"]?["name"]?.stringValue ?? "")),
      )
      .setting(
        FieldPath(keys: "subjects"),
        to: .array(subjects.map { $0.merging(["namespace": .string(namespace)]) }),
      )
  }

  /// It finds the pods by the fleet's labels, which stand in place of the bundle's.
  private func ownService(_ service: JSON) -> JSON {
    service.setting(
      FieldPath(keys: "spec", "selector"),
      to: .map(selector(.prometheusOperator)),
    )
  }

  /// The bundle's pods with the fleet's labels, and with what the `restricted` level asks of them.
  private func ownDeployment(_ deployment: JSON) -> JSON {
    let template = FieldPath(keys: "spec", "template")
    let container = template / "spec" / "containers" / .index(0)
    let arguments = deployment[container / "args"]?.arrayValue?.compactMap(\.stringValue) ?? []
    let security = deployment[container / "securityContext"] ?? [:]
    let placed = (deployment[template / "spec"] ?? [:]).merging(surroundings.placement.json)
    return
      deployment
      .setting(
        FieldPath(keys: "spec", "selector"),
        to: matching(.prometheusOperator),
      )
      .setting(template / "metadata" / "labels", to: .map(podLabels(.prometheusOperator)))
      .setting(template / "spec", to: placed)
      .setting(template / "spec" / "securityContext", to: podSecurityContext(.prometheus))
      .setting(container / "securityContext", to: security.merging(Container.securityContext))
      .setting(container / "args", to: .list(confined(arguments)))
  }

  /// The operator's arguments, for the fleet's namespace alone.
  ///
  /// It does not keep a Service for the kubelets, which would be another namespace's: the fleet's
  /// Prometheus finds them by itself.
  private func confined(_ arguments: [String]) -> [String] {
    let kept = arguments.filter { argument in
      let flag = argument.drop { $0 == "-" }.prefix { $0 != "=" }
      return !flag.hasSuffix("namespaces") && !flag.hasPrefix("kubelet-")
    }
    return kept + ["--namespaces=\(namespace)"]
  }
}

extension JSON {
  fileprivate var name: String { self["metadata"]?["name"]?.stringValue ?? "" }
}
