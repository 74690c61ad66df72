package import Fleet
import JSON
package import Objects

/// Finds out which keys and patches give the fields of an object, by rendering the fleet anew with another value for each key.
///
/// What is told is what happens, and not what a table says: a key gives a field where the field changes with it.
///
/// - Returns: nil where the fleet has no such object.
/// - Throws: every patch of the file that cannot be applied.
package func explain(
  _ object: ObjectReference,
  in fleet: Fleet,
  variants: [FleetVariant],
  _ bundles: Bundles = [:],
) throws(PatchErrors) -> ExplainedObject? {
  let steps = try patchSteps(fleet, bundles, object)
  guard let plain = steps.first, let final = steps.last else { return nil }
  var origins = Origins()
  for variant in variants {
    var fleet = variant.fleet
    fleet.patches = []
    let other = (try? render(fleet, bundles))?.counterpart(of: object)
    origins.add(.key(variant.key, variant.mark), from: plain, to: other)
  }
  for (index, (before, after)) in zip(steps, steps.dropFirst()).enumerated() {
    origins.add(patch: .patch(index, fleet.patches[index].targetMark), from: before, to: after)
  }
  for binding in final.bindings {
    for value in binding.values { origins.add(.pending(value), at: binding.path, of: final) }
  }
  let fields = final.leaves.map { ExplainedField(path: $0.path, origins: origins.of($0.path)) }
  return ExplainedObject(manifest: final, fields: fields, existence: origins.existence)
}

extension Rendering {
  /// The object that stands for another fleet's: of its kind and name, in its namespace or on its cluster where there are
  /// several.
  fileprivate func counterpart(of object: ObjectReference) -> Manifest? {
    let alike = manifests.filter {
      $0.reference.kind == object.kind && $0.reference.name == object.name
    }
    let near = alike.filter { $0.reference.cluster == object.cluster }
    return near.first { $0.reference == object } ?? near.first
      ?? (alike.count == 1 ? alike.first : nil)
  }
}

/// The object without patches, and after each of them.
private func patchSteps(
  _ fleet: Fleet,
  _ bundles: Bundles,
  _ object: ObjectReference,
) throws(PatchErrors) -> [Manifest] {
  var steps: [Manifest] = []
  for count in 0...fleet.patches.count {
    var part = fleet
    part.patches = Array(fleet.patches.prefix(count))
    steps += try render(part, bundles).manifests.filter { $0.reference == object }
  }
  return steps
}

/// What is known by now of where the fields of an object come from.
private struct Origins {
  private var found: [FieldPath: [FieldOrigin]] = [:]
  private(set) var existence: [FieldOrigin] = []

  func of(_ path: FieldPath) -> [FieldOrigin] { found[path] ?? [] }

  /// The fields that are otherwise in another form of the object, which is nil where it is not there.
  mutating func add(_ origin: FieldOrigin, from object: Manifest, to other: Manifest?) {
    guard let other else { return existence.append(origin) }
    for path in object.fieldsChanged(in: other) { found[path, default: []].append(origin) }
  }

  /// A patch takes a field from whatever has given it before.
  mutating func add(patch: FieldOrigin, from before: Manifest, to after: Manifest) {
    for path in after.fieldsChanged(in: before) { found[path] = [patch] }
  }

  /// A field that apply fills, whose own path may count where others name.
  mutating func add(_ origin: FieldOrigin, at path: FieldPath, of object: Manifest) {
    let whole = object.complete
    for leaf in object.leaves where leaf.isBound && whole[path] == leaf.value {
      if !of(leaf.path).contains(origin) { found[leaf.path, default: []].append(origin) }
    }
  }
}
