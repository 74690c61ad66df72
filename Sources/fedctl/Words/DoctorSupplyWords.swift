import Diagnostics
import Objects
import Operate

extension SupplyFinding {
  /// Behind the name of the check.
  var words: String {
    switch self {
    case .servesKinds(let count): "serves all \(count) that the fleet needs"
    case .lacksKinds(let kinds, let served):
      "does not serve \(Sentence.some(kinds.map { "\($0.kind) of \($0.apiVersion)" }))"
        + (served.isEmpty ? "" : ", of whose group it has \(Sentence.some(served))")
    case .lacksInCatalogue(let gap, let object): "\(object.localDescription): \(gap.words)"
    case .hasStorage: "has the storage classes that are asked for"
    case .lacksStorageClass(let name, let objects):
      Self.lacking("storage class", name, objects)
    case .hasIngressClasses: "has the classes that Ingresses ask for"
    case .lacksIngressClass(let name, let objects): Self.lacking("ingress class", name, objects)
    case .untold(let kind): "\(kind.plural) may not be read"
    case .hasSupplies(let count): "has all \(count) that the fleet names and does not make"
    case .lacks(let lack, let users): "\(lack.words)\(users.neederClause)"
    case .suppliesUntold(let supplies):
      "\(Sentence.some(supplies.map { Printable.text($0.description) })) may not be read"
    }
  }

  private static func lacking(
    _ what: String,
    _ name: String?,
    _ objects: [ObjectReference],
  ) -> String {
    let users = Sentence.some(objects.map(\.localDescription))
    let lack =
      name.map { "there is no \(what) \(Printable.text($0))" } ?? "there is no default \(what)"
    return "\(lack), for which \(users) \(objects.count == 1 ? "asks" : "ask")"
  }

  /// What to do next; nothing where all is well.
  var remedy: String {
    switch self {
    case .servesKinds, .hasStorage, .hasIngressClasses, .untold, .hasSupplies, .suppliesUntold: ""
    case .lacks(let lack, _): "\(Sentence.capitalized(lack.remedy))."
    case .lacksKinds(let kinds, _):
      kinds.first.map { "\(Sentence.capitalized($0.installation))." } ?? ""
    case .lacksInCatalogue: "Change `prometheusOperator` in the fleet file to what there is."
    case .lacksStorageClass(nil, _):
      """
      Name a class under `storage.storageClassName`, or make one the default: `kubectl annotate storageclass NAME \
      storageclass.kubernetes.io/is-default-class=true`.
      """
    case .lacksStorageClass(_?, _): "Make the storage class, or name another under `storage`."
    case .lacksIngressClass(nil, _):
      """
      Name a class, or make one the default: `kubectl annotate ingressclass NAME \
      ingressclass.kubernetes.io/is-default-class=true`.
      """
    case .lacksIngressClass(_?, _): "Install the controller of that class, or name another."
    }
  }
}
