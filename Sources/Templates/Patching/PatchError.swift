package import Fleet
package import JSON
package import Objects

/// Every patch of a fleet file that cannot be applied.
package struct PatchErrors: Error, Hashable, Sendable {
  package let errors: [PatchError]
}

/// Why a patch cannot be applied.
package enum PatchError: Hashable, Sendable {
  /// No object is chosen by the patch's target.
  case matchesNothing(Patch.Target)
  /// The field says which object it is or whose; changing it would make another object.
  case changesIdentity(ObjectReference, FieldPath)
  /// The field is filled when its value is known.
  case changesPendingField(ObjectReference, FieldPath)
}

extension PatchErrors: CustomStringConvertible {
  package var description: String { errors.map(\.description).joined(separator: "\n") }
}

extension PatchError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .matchesNothing(let target):
      "A patch matches no object: \(target.words). `fedctl render` lists what there is."
    case .changesIdentity(let object, let path):
      """
      A patch of \(object) changes \(path), which tells the object from others. \
      Take the field out of the patch.
      """
    case .changesPendingField(let object, let path):
      """
      A patch of \(object) changes \(path), which fedctl fills during apply. \
      Take the field out of the patch.
      """
    }
  }
}

extension Patch.Target {
  fileprivate var words: String {
    let parts = [kind, name.map { "named \($0)" }, cluster.map { "on cluster \($0)" }]
    return parts.compactMap { $0 }.joined(separator: " ")
  }
}
