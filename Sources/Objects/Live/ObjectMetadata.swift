package import JSON

/// The `metadata` of an object, as every kind has it.
///
/// A look at JSON that came from outside: whatever is missing or of another type reads as nil or empty.
package struct ObjectMetadata: Sendable {
  private let fields: JSON?

  init(of object: JSON) { fields = object["metadata"] }

  /// nil in an object that is no object of the API.
  package var name: String? { fields?["name"]?.stringValue }
  /// nil for kinds that have no namespace.
  package var namespace: String? { fields?["namespace"]?.stringValue }
  /// Given by the API server; another object of the same name has another.
  package var uid: String? { fields?["uid"]?.stringValue }
  /// Changes with every write; only to be compared for equality.
  package var resourceVersion: String? { fields?["resourceVersion"]?.stringValue }
  /// When it was made, by the server's clock, in RFC 3339 and UTC.
  package var creationTime: String? { fields?["creationTimestamp"]?.stringValue }
  /// Counts the changes of what is asked for, not those of the status; 0 for kinds without.
  package var generation: Int64 { fields?["generation"]?.integerValue ?? 0 }
  /// Whether somebody has asked to delete it and finalizers, or its content, still keep it.
  package var isBeingDeleted: Bool { fields?["deletionTimestamp"] != nil }
  /// Who must have done their part before a deletion comes true.
  package var finalizers: [String] {
    (fields?["finalizers"]?.arrayValue ?? []).compactMap(\.stringValue)
  }

  /// A label's value; nil where there is none of that name.
  package func label(_ name: String) -> String? { fields?["labels"]?[name]?.stringValue }
  /// An annotation's value; nil where there is none of that name.
  package func annotation(_ name: String) -> String? { fields?["annotations"]?[name]?.stringValue }

  /// The entries of `managedFields` as the API server writes them.
  package var managedFields: [JSON] { fields?["managedFields"]?.arrayValue ?? [] }

  private var owners: [JSON] { fields?["ownerReferences"]?.arrayValue ?? [] }

  /// Whether it goes when another object goes.
  package var isOwned: Bool { !owners.isEmpty }
  /// Whether a controller has made it and would make it anew.
  package var isMadeByController: Bool { owners.contains { $0["controller"] == true } }

  /// Where the next page of a list begins; nil in the last one and in what is no list.
  package var continuation: String? {
    fields?["continue"]?.stringValue.flatMap { $0.isEmpty ? nil : $0 }
  }
}

extension JSON {
  /// The metadata of an object, or of a list.
  package var metadata: ObjectMetadata { ObjectMetadata(of: self) }
}
