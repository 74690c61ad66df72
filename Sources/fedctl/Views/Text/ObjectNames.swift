import Diagnostics
import Objects

/// Objects by kind, namespace and name, those of one kind and namespace together.
struct ObjectNames {
  private let objects: [ObjectReference]
  private let detail: PlanDetail
  private let limits: Bool

  /// `limits`: whether the rest of many names is only counted.
  init(_ objects: [ObjectReference], _ detail: PlanDetail, limits: Bool) {
    self.objects = objects
    self.detail = detail
    self.limits = limits
  }

  /// So many of one kind and namespace stand together; fewer are read more easily one by one.
  private static let enough = 3

  /// As `Service thanos/grafana` or `Service thanos/{grafana, store, querier}`.
  var lines: [String] {
    families.flatMap { family -> [String] in
      guard family.count >= Self.enough, let first = family.first else {
        return family.map(\.localDescription)
      }
      let place = first.namespace.map { "\(first.kind.kind) \($0)/" } ?? "\(first.kind.kind) "
      return ["\(place){\(names(family))}"]
    }
  }

  private func names(_ family: [ObjectReference]) -> String {
    let names = NameRanges.folded(family.map(\.name))
    guard limits else { return names.joined(separator: ", ") }
    return Sentence.some(names, atMost: detail.names)
  }

  /// In the order of the first of each.
  private var families: [[ObjectReference]] {
    var places: [Family: Int] = [:]
    return objects.reduce(into: []) { families, object in
      let family = Family(kind: object.kind, namespace: object.namespace)
      if let place = places[family] {
        families[place].append(object)
      } else {
        places[family] = families.count
        families.append([object])
      }
    }
  }

  private struct Family: Hashable {
    let kind: ResourceKind
    let namespace: String?
  }
}
