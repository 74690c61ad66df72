package import Fleet
package import JSON
import Objects

/// What was read of each bundle that a fleet names.
package typealias Bundles = [OperatorBundle: BundleObjects]

/// What an operator's bundle holds, of kinds that have a place in a fleet.
package struct BundleObjects: Hashable, Sendable {
  /// CustomResourceDefinitions, Prometheus' own among them.
  let definitions: [JSON]
  /// The operator's pods; there is one such object.
  let deployment: JSON
  let accounts: [JSON]
  let services: [JSON]
  let clusterRoles: [JSON]
  /// Bindings of those roles on the whole cluster.
  let bindings: [JSON]

  /// - Throws: what keeps the objects from being an operator's.
  package init(_ objects: [JSON]) throws(BundleError) {
    var rest: [String: [JSON]] = [:]
    for object in objects {
      guard let kind = object["kind"]?.stringValue,
        let name = object["metadata"]?["name"]?.stringValue
      else { throw .noObject }
      guard Self.kinds.contains(where: { $0.kind == kind && $0.apiVersion == object.apiVersion })
      else { throw .otherKind("\(kind) \(name)") }
      rest[kind, default: []].append(object)
    }
    func of(_ kind: ResourceKind) -> [JSON] { rest[kind.kind] ?? [] }
    guard let deployment = of(.deployment).first, of(.deployment).count == 1,
      deployment.containers.count == 1
    else { throw .noOperator }
    definitions = of(.customResourceDefinition)
    guard definitions.flatMap(ResourceKind.defined).contains(.prometheus) else {
      throw .noDefinitions
    }
    self.deployment = deployment
    accounts = of(.serviceAccount)
    services = of(.service)
    clusterRoles = of(.clusterRole)
    bindings = of(.clusterRoleBinding)
  }

  /// An object of another kind is not passed over, for the operator may need it.
  private static let kinds: [ResourceKind] = [
    .customResourceDefinition, .serviceAccount, .clusterRole, .clusterRoleBinding, .deployment,
    .service,
  ]
}

extension JSON {
  fileprivate var apiVersion: String? { self["apiVersion"]?.stringValue }

  /// The containers of a Deployment's pods.
  var containers: [JSON] { self["spec"]?["template"]?["spec"]?["containers"]?.arrayValue ?? [] }
}

extension BundleObjects {
  /// The operator's release by its image's tag; nil where that tells none.
  private var release: Version? {
    deployment.containers.first?["image"]?.stringValue.flatMap(Version.init(ofImage:))
  }

  /// Holds the operator to the releases of Prometheus that the fleet has it run.
  ///
  /// An operator whose image does not tell its release is taken as it is.
  package func check(runs prometheuses: [PrometheusServer]) throws(BundleError) {
    guard let release else { return }
    for server in prometheuses {
      guard let version = Version(server.version),
        let pair = ImpossiblePair(operator: release, prometheus: version)
      else { continue }
      throw .impossible(pair)
    }
  }
}
