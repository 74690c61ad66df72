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
  /// What it owns.
  package let fields: FieldSet
}

extension FieldManager {
  /// All entries of a live object, in their order; none for an object without them.
  package static func managers(of object: JSON) -> [FieldManager] {
    object.metadata.managedFields.map { entry in
      FieldManager(
        name: entry["manager"]?.stringValue ?? "",
        operation: entry["operation"]?.stringValue ?? "",
        subresource: entry["subresource"]?.stringValue ?? "",
        fields: FieldSet(fieldsV1: entry["fieldsV1"] ?? [:]),
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
    ["kubectl", "oc", "Mozilla", "console", "k9s", "Lens", "before-first-apply"].contains {
      manager == $0 || manager.hasPrefix("\($0)-") || manager.hasPrefix("\($0)/")
    }
  }
}
