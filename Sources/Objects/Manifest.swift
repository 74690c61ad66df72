package import JSON

/// The desired form of one object, with references in place of what rendering cannot know.
package struct Manifest: Hashable, Sendable {
  /// Which object of which cluster it is.
  package let reference: ObjectReference
  /// The whole object as it is applied, without the bound fields.
  package var body: JSON
  /// What goes where once it is known.
  package var bindings: [Binding]
  /// Kinds that the cluster serves only after this object has become ready, as an operator's.
  package var provides: [ResourceKind]
  /// A key of the data, as `config.yaml`, whose text is YAML that others write too; what is bound there is
  /// the fleet's part of it alone.
  ///
  /// nil for an object that is the fleet's as a whole.
  package var sharedText: String?
  /// For a Secret: what of one of its texts may be shown; nil hides all of its data.
  package var openText: OpenText?

  /// A manifest whose `apiVersion`, `kind`, name and namespace come from the reference.
  ///
  /// `fields` is everything else; members of its `metadata` are merged with name and namespace.
  package init(
    _ reference: ObjectReference,
    _ fields: JSON = [:],
    bindings: [Binding] = [],
    provides: [ResourceKind] = [],
  ) {
    self.reference = reference
    self.bindings = bindings
    self.provides = provides
    var metadata: JSONObject = ["name": .string(reference.name)]
    if let namespace = reference.namespace { metadata["namespace"] = .string(namespace) }
    for member in fields["metadata"]?.objectValue ?? [:] { metadata[member.key] = member.value }
    var body: JSONObject = [
      "apiVersion": .string(reference.kind.apiVersion),
      "kind": .string(reference.kind.kind),
      "metadata": .object(metadata),
    ]
    for member in fields.objectValue ?? [:] where member.key != "metadata" {
      body[member.key] = member.value
    }
    self.body = .object(body)
  }
}

/// A field of a manifest whose value is put together from text and pending values.
package struct Binding: Hashable, Sendable {
  /// A piece of the field's text.
  package enum Part: Hashable, Sendable {
    case text(String)
    case value(PendingValue)
    /// The value as a JSON string with its quotes, for use inside JSON or YAML text.
    case quoted(PendingValue)
  }

  /// How the field's whole text is written.
  package enum Encoding: Hashable, Sendable {
    case plain
    /// As the `data` of a Secret wants it.
    case base64
    /// The SHA-256 of the text, in hexadecimal: it changes when the text does, and does not tell it.
    case digest
  }

  /// The field, which the manifest's body leaves out.
  package let path: FieldPath
  /// What its text is put together from, in order.
  package let parts: [Part]
  /// How the text is written once it is whole.
  package let encoding: Encoding

  package init(_ path: FieldPath, _ parts: [Part], encoding: Encoding = .plain) {
    self.path = path
    self.parts = parts
    self.encoding = encoding
  }

  /// What must be known before the text is whole; a value may stand twice.
  package var values: [PendingValue] {
    parts.compactMap {
      switch $0 {
      case .text: nil
      case .value(let value), .quoted(let value): value
      }
    }
  }

  /// Whether the field as a whole must be kept out of sight.
  package var isSecret: Bool { values.contains(where: \.isSecret) }
}
