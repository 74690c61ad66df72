/// The owners of a count, as its Scale tells them and as the object itself does.
///
/// A Scale has owners of its own while it is written: those of the count alone, who name it by the
/// version of Scales.
struct ScaleOwners: Sendable {
  /// The owners of the whole object before the write.
  let before: [FieldOwner]
  /// The version by which they name its fields.
  let apiVersion: String
  /// The way to the count in the object.
  let count: [PathElement]

  /// The version of all Scales.
  static let scaleVersion = "autoscaling/v1"
  /// The way to the count in a Scale.
  static let scaleCount: [PathElement] = [.field("spec"), .field("replicas")]

  /// Those of them who have the count, as the Scale has them.
  var ofScale: [FieldOwner] {
    let fields = FieldSet(Self.scaleCount)
    return before.filter { $0.fields.contains(count[...]) }
      .map { $0.naming(fields, by: Self.scaleVersion) }
  }

  /// The owners of the whole object, after its Scale came to have others.
  ///
  /// Whoever has updated the count has it as an entry without a time, which the server never gives
  /// it: only of those who apply does it find the entry of before.
  func ofObject(after scale: [FieldOwner]) -> [FieldOwner] {
    var result: [FieldOwner] = []
    var rest = scale
    let fields = FieldSet(count)
    for owner in before {
      if !owner.fields.contains(count[...]) {
        result.append(owner)
      } else if let place = rest.firstIndex(where: owner.isSame) {
        // Even with something else of the Scale: the server looks no closer.
        result.append(owner)
        rest.remove(at: place)
      } else {
        result.append(owner.naming(owner.fields.subtracting(fields), by: apiVersion))
      }
    }
    for owner in rest where owner.fields.contains(Self.scaleCount[...]) {
      var owner = owner.naming(fields, by: apiVersion)
      owner.time = ""
      result.append(owner)
    }
    return result
  }
}

extension FieldOwner {
  /// The same owner with other fields, named by a version.
  fileprivate func naming(_ fields: FieldSet, by apiVersion: String) -> FieldOwner {
    Writer(manager: manager, apiVersion: apiVersion, subresource: subresource, time: time)
      .owner(operation, fields)
  }
}

extension FieldSet {
  /// The set of one field.
  init(_ path: [PathElement]) {
    self.init()
    insert(path[...])
  }
}
