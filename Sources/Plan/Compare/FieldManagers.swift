package import JSON
import Objects

/// One entry of `metadata.managedFields`.
package struct FieldManager: Sendable {
  /// As it told the API server: `kubectl-edit`, `fedctl`.
  package let name: String
  /// `Apply` or `Update`.
  package let operation: String
  /// `status`, or empty for the object itself.
  package let subresource: String
  fileprivate let fieldsV1: JSON

  /// What it owns, read anew each time: of most entries nobody asks.
  package var fields: FieldSet { FieldSet(fieldsV1: fieldsV1) }
}

extension FieldManager {
  /// All entries of a live object, in their order; none for an object without them.
  package static func managers(of object: JSON) -> [FieldManager] {
    object.metadata.managedFields.map { entry in
      FieldManager(
        name: entry["manager"]?.stringValue ?? "",
        operation: entry["operation"]?.stringValue ?? "",
        subresource: entry["subresource"]?.stringValue ?? "",
        fieldsV1: entry["fieldsV1"] ?? [:],
      )
    }
  }

  /// Whether this is what fedctl applied.
  package var isOurs: Bool {
    name == WellKnown.fieldManager && operation == "Apply" && subresource.isEmpty
  }

  /// Whether a person's hand wrote these fields, with kubectl, oc or a console.
  ///
  /// What they set by hand fedctl may set back; what another controller owns it may not.
  package var isByHand: Bool { Self.isByHand(name) }

  package static func isByHand(_ manager: String) -> Bool {
    let name = manager.utf8
    return hands.contains { hand in
      guard name.starts(with: hand) else { return false }
      let next = name.dropFirst(hand.count).first
      return next == nil || next == UInt8(ascii: "-") || next == UInt8(ascii: "/")
    }
  }

  /// As bytes, for the entries of all objects are asked of.
  private static let hands = [
    "kubectl", "oc", "Mozilla", "console", "k9s", "Lens", "before-first-apply",
  ].map { Array($0.utf8) }
}
