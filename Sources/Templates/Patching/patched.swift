import Facts
import Fleet
import JSON
import Objects

/// The manifests with every patch applied, in the order of the fleet file, and what is doubtful about the patches.
///
/// `groups` are the names of the clusters that are in each.
func patched(
  _ manifests: [Manifest],
  by patches: [Patch],
  groups: [String: [String]] = [:],
) throws(PatchErrors) -> (manifests: [Manifest], doubts: [FleetProblem]) {
  var manifests = manifests
  let problems = patches.flatMap { $0.apply(to: &manifests, groups) }
  guard !problems.contains(where: { $0.severity == .error }) else {
    throw PatchErrors(problems: problems)
  }
  return (manifests, problems)
}

extension Patch {
  /// Changes every object that it is for, and tells what is wrong or doubtful: of what is alike in several objects, the first.
  fileprivate func apply(
    to manifests: inout [Manifest],
    _ groups: [String: [String]],
  ) -> [FleetProblem] {
    let chosen = manifests.indices.filter { target.matches(manifests[$0], groups) }
    guard !chosen.isEmpty else {
      return [FleetProblem(.patch(.matchesNothing(target)), at: targetMark)]
    }
    let before = chosen.map { manifests[$0] }
    let problems = chosen.flatMap { manifests[$0].apply(self) }
    if problems.isEmpty, before == chosen.map({ manifests[$0] }) {
      return [FleetProblem(.patch(.noEffect(target)), .warning, at: targetMark)]
    }
    return folded(problems)
  }

  /// What merging shows in many objects alike is told of the first.
  private func folded(_ problems: [FleetProblem]) -> [FleetProblem] {
    var seen: Set<FleetProblem> = []
    let counts = Dictionary(grouping: problems, by: \.withoutObject).mapValues(\.count)
    return problems.compactMap { problem in
      let key = problem.withoutObject
      guard seen.insert(key).inserted else { return nil }
      return problem.counting(others: (counts[key] ?? 1) - 1)
    }
  }
}

extension FleetProblem {
  /// Alike for all objects in which merging shows the same.
  fileprivate var withoutObject: FleetProblem {
    let anywhere = ObjectReference(cluster: "", .namespace, name: "")
    return switch fact {
    case .patch(.merging(_, _, let finding)):
      FleetProblem(.patch(.merging(anywhere, others: 0, finding)), severity, at: mark)
    case .patch(.operationFails(_, _, let failure)):
      FleetProblem(.patch(.operationFails(anywhere, others: 0, failure)), severity, at: mark)
    default: self
    }
  }

  fileprivate func counting(others: Int) -> FleetProblem {
    switch fact {
    case .patch(.merging(let object, _, let finding)):
      FleetProblem(.patch(.merging(object, others: others, finding)), severity, at: mark)
    case .patch(.operationFails(let object, _, let failure)):
      FleetProblem(.patch(.operationFails(object, others: others, failure)), severity, at: mark)
    default: self
    }
  }
}

extension Patch.Target {
  /// Whether the patch is for this object.
  fileprivate func matches(_ manifest: Manifest, _ groups: [String: [String]]) -> Bool {
    let reference = manifest.reference
    let given = manifest.body["metadata"]?["labels"]
    return (kinds.isEmpty || kinds.contains(reference.kind.kind))
      && name?.matches(reference.name) ?? true
      && cluster?.matches(manifest.owner) ?? true
      && group.map { groups[$0]?.contains(manifest.owner) ?? false } ?? true
      && labels.allSatisfy { given?[$0.key] == .string($0.value) }
  }
}

extension Manifest {
  /// Applies a patch and says what is doubtful, or says what in it cannot be applied and stays as it is.
  fileprivate mutating func apply(_ patch: Patch) -> [FleetProblem] {
    let marked = MarkedBody(self)
    var (result, problems, replaced) = patch.changing(marked.body, of: reference)
    guard problems.errors.isEmpty else { return problems.errors }
    let identity = Self.identity.filter { result[$0] != marked.body[$0] }
    problems += identity.map {
      FleetProblem(.patch(.changesIdentity(reference, $0)), at: patch.mark(of: $0))
    }
    let (bound, lost) = marked.bindings(in: &result, replaced: replaced)
    problems += (lost + bound.compactMap { plainText(over: $0.path) }.filter { result[$0] != nil })
      .map { FleetProblem(.patch(.changesPendingField(reference, $0)), at: patch.mark(of: $0)) }
    guard problems.errors.isEmpty else { return problems.errors }
    (body, bindings) = (result, bound)
    return problems
  }

  /// The member of a Secret's `stringData` that the API server takes in place of a field of its `data`.
  private func plainText(over path: FieldPath) -> FieldPath? {
    guard reference.kind == .secret, path.steps.count == 2, path.steps.first == .key("data"),
      case .key(let key)? = path.steps.last
    else { return nil }
    return FieldPath(keys: "stringData", key)
  }

  /// What says which object it is, and whose.
  private static let identity = [
    FieldPath(keys: "apiVersion"),
    FieldPath(keys: "kind"),
    FieldPath(keys: "metadata", "name"),
    FieldPath(keys: "metadata", "namespace"),
    FieldPath(keys: "metadata", "labels", WellKnown.fleetLabel),
    FieldPath(keys: "metadata", "labels", WellKnown.applySetPartOf),
    FieldPath(keys: "metadata", "labels", WellKnown.applySetIdentifier),
  ]
}

extension [FleetProblem] {
  /// Without what is only doubtful.
  fileprivate var errors: [FleetProblem] { filter { $0.severity == .error } }
}

extension Patch {
  /// The object as a patch makes it, what is doubtful about it or cannot be done, and the lists that it replaces.
  fileprivate typealias Changed = (object: JSON, problems: [FleetProblem], replaced: [FieldPath])

  /// What becomes of an object, whose marks tell what apply fills in.
  fileprivate func changing(
    _ body: JSON,
    of object: ObjectReference,
  ) -> Changed {
    switch change {
    case .strategic(let changes): merging(changes, into: body, of: object, mergesLists: true)
    case .merge(let changes): merging(changes, into: body, of: object, mergesLists: false)
    case .operations(let operations): performing(operations, on: body, of: object)
    }
  }

  private func merging(
    _ changes: JSON,
    into body: JSON,
    of object: ObjectReference,
    mergesLists: Bool,
  ) -> Changed {
    var merge = PatchMerge(
      into: object.kind.kind,
      mergesLists: mergesLists,
      isMark: MarkedBody.isMark,
    )
    let result = merge.merged(body, changes)
    let problems = merge.findings.map { finding in
      FleetProblem(
        .patch(.merging(object, others: 0, finding)),
        finding.isError ? .error : .warning,
        at: mark(of: finding.path),
      )
    }
    return (result, problems, merge.replaced)
  }

  /// All operations, or none from the first on that cannot be done.
  private func performing(
    _ operations: [JSONOperation],
    on body: JSON,
    of object: ObjectReference,
  ) -> Changed {
    var result = body
    for (index, operation) in operations.enumerated() {
      do throws(JSONOperationFailure) {
        result = try result.performing(operation)
      } catch {
        let fact = PatchProblem.operationFails(object, others: 0, error)
        return (body, [FleetProblem(.patch(fact), at: mark(ofOperation: index))], [])
      }
    }
    return (result, [], [])
  }
}
