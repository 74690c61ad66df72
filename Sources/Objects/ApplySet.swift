import Digest
package import JSON
import Text

/// The record, on each cluster, of what a fleet owns there, in the form of KEP-3659.
///
/// Its parent is a ConfigMap; tools that know apply sets can list and prune by it.
package enum ApplySet {
  /// Who manages the set: `fedctl/` and its version.
  package static let toolingAnnotation = "applyset.kubernetes.io/tooling"
  /// The kinds of the set's members, sorted, joined by commas.
  package static let kindsAnnotation = "applyset.kubernetes.io/contains-group-kinds"
  /// Namespaces of members beside the parent's own, the same way.
  package static let namespacesAnnotation = "applyset.kubernetes.io/additional-namespaces"

  /// The identity that members name in their label; it follows from the parent's place alone.
  package static func id(of parent: ObjectReference) -> String {
    let place = [parent.name, parent.namespace ?? "", parent.kind.kind, parent.kind.group]
    let digest = Digest.sha256(place.joined(separator: "."))
    return "applyset-\(Base64.urlText(of: digest.bytes))-v1"
  }

  /// The kinds of a set's members as its parent records them, sorted, each as `Kind.group`; nil where it does not say.
  package static func groupKinds(recordedBy parent: JSON) -> [String]? {
    parent.metadata.annotation(kindsAnnotation)
      .map { $0.split(separator: ",").map(String.init).sorted() }
  }
}
