import Digest
import JSON
import Objects

/// A digest that tells whether two values are alike, and nothing of what they hold.
package struct Fingerprint: Hashable, Sendable {
  /// SHA-256 in hexadecimal.
  package let digest: String

  /// Members count in their order, as objects are written.
  init(_ value: JSON) { digest = Digest.sha256(value.text()).hexadecimal }

  init(_ differences: [Difference]) {
    self.init(
      .array(
        differences.map { difference in
          .array([
            .string(difference.path.description), .array([difference.before].compactMap(\.self)),
            .array([difference.after].compactMap(\.self)),
          ])
        }
      )
    )
  }
}

/// Which object is live, and what it holds of ours.
package struct LiveFingerprint: Hashable, Sendable {
  /// Another one after the object was made anew; empty where the server gave none.
  package let uid: String
  /// Of the fields that fedctl has applied: what others write beside them does not count.
  package let owned: Fingerprint

  init(_ live: JSON) {
    uid = live.metadata.uid ?? ""
    let fields = FieldManager.managers(of: live).filter(\.isOurs).map(\.fields)
    owned = Fingerprint(.array(fields.map { $0.values(in: live) }))
  }
}

extension FieldSet {
  /// The values that a live object has in the fields of the set, each with its place.
  ///
  /// Leaves are told whole; a field that is not there any more is null.
  func values(in live: JSON) -> JSON {
    guard !isLeaf else { return live }
    return .array(
      children.map { element, fields in
        let part = element.part(of: live)
        return .array([.string("\(element.step)"), part.map(fields.values) ?? .null])
      }
    )
  }
}
