import Diagnostics
import Fleet
import Objects
import Templates

extension PatchError {
  /// What is wrong with the patch, and what to do about it.
  var words: String {
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
  /// As `Deployment named grafana on cluster hub`.
  fileprivate var words: String {
    let parts = [kind, name.map { "named \($0)" }, cluster.map { "on cluster \($0)" }]
    return parts.compactMap { $0 }.joined(separator: " ")
  }
}
