import JSON
package import Objects

/// A change as a person may see it: nothing secret, nothing that only stands for something.
package struct DisplayedChange: Sendable {
  package let reference: ObjectReference
  package let action: Action
  package let fields: [DisplayedField]
  package let handOffs: [DisplayedHandOff]
  package let notes: [Note]
  package let obstacles: [Obstacle]
}

/// One field, old and new as text; nil where the field is not there.
package struct DisplayedField: Hashable, Sendable {
  package let path: String
  package let before: String?
  package let after: String?
}

/// A field whose value another object produces.
package struct DisplayedHandOff: Hashable, Sendable {
  package let path: String
  /// The value, or a mark that says it is secret or not known yet.
  package let value: String
  /// Cluster, object and field that produce it.
  package let source: String
}

extension Change {
  package func displayed(hiding secrets: SecretTexts) -> DisplayedChange {
    let shown = { (path: FieldPath, value: JSON?) in
      value.map { text(of: $0, at: path, hiding: secrets) }
    }
    return DisplayedChange(
      reference: reference,
      action: action,
      fields: differences.map {
        DisplayedField(
          path: $0.path.description,
          before: shown($0.path, $0.before),
          after: shown($0.path, $0.after),
        )
      },
      handOffs: handOffs(hiding: secrets),
      notes: notes,
      obstacles: obstacles,
    )
  }

  private func handOffs(hiding secrets: SecretTexts) -> [DisplayedHandOff] {
    guard let desired else { return [] }
    return desired.manifest.bindings.flatMap { binding in
      binding.values.compactMap { value -> DisplayedHandOff? in
        guard case .handOff(let handOff) = value else { return nil }
        let text = desired.body[binding.path] ?? .null
        return DisplayedHandOff(
          path: binding.path.description,
          value: binding.isSecret
            ? hidden(text) : self.text(of: text, at: binding.path, hiding: secrets),
          source: handOff.description,
        )
      }
    }
  }

  private func text(of value: JSON, at path: FieldPath, hiding secrets: SecretTexts) -> String {
    if isHidden(path) { return hidden(value) }
    let plain = (desired?.placeholders ?? []).reduce(value.text()) {
      $0.replacing($1.text, with: Self.unknownMark)
    }.namingCertificates
    return plain == "\"\(Self.unknownMark)\"" ? Self.unknownMark : secrets.redact(plain)
  }

  private func hidden(_ value: JSON) -> String {
    let isUnknown = desired?.placeholders.contains { placeholder in
      let text = value.text()
      return text.contains(placeholder.text) || text.contains(placeholder.text.base64)
    }
    return isUnknown == true ? "(sensitive, known after apply)" : SecretTexts.mark
  }

  private static let unknownMark = "(known after apply)"

  /// Fields that are hidden whatever they hold: a Secret's data, and kubectl's copy of an object.
  private func isHidden(_ path: FieldPath) -> Bool {
    if reference.kind == .secret, [.key("data"), .key("stringData")].contains(path.steps.first) {
      return true
    }
    return path.steps.contains(.key("kubectl.kubernetes.io/last-applied-configuration"))
  }
}

extension String {
  /// The text with the end of each certificate in its place: enough to tell one from another.
  ///
  /// It is JSON, so that ends of line are written as two characters.
  fileprivate var namingCertificates: String {
    replacing(#/-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----(\\n)?/#) {
      let end = $0.1.replacing("\\n", with: "").filter { $0 != "=" }.suffix(8)
      return "(certificate …\(end))"
    }
  }
}
