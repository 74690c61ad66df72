import JSON
package import Objects
package import Text

/// A change as a person may see it: nothing secret, nothing that only stands for something.
package struct DisplayedChange: Sendable {
  /// Which object of which cluster.
  package let reference: ObjectReference
  /// What is done with it.
  package let action: Action
  /// Field by field, in the object's order.
  package let fields: [DisplayedField]
  /// What other objects produce for this one.
  package let handOffs: [DisplayedHandOff]
  /// What a reader should know.
  package let notes: [Note]
  /// What must be mended before it can be done.
  package let obstacles: [Obstacle]
}

/// One field, old and new as text; nil where the field is not there.
package struct DisplayedField: Hashable, Sendable {
  /// As people write paths of fields.
  package let path: String
  /// What it is now.
  package let before: String?
  /// What it will be.
  package let after: String?
  /// The same line by line, of a text that others write too; empty for all other fields.
  package var lines: [DisplayedLine] = []
}

/// A field whose value another object produces.
package struct DisplayedHandOff: Hashable, Sendable {
  /// As people write paths of fields.
  package let path: String
  /// The value, or a mark that says it is secret or not known yet.
  package let value: String
  /// Cluster, object and field that produce it.
  package let source: HandOff
}

extension Change {
  package func displayed(hiding secrets: SecretTexts, _ marks: ValueMarks) -> DisplayedChange {
    let shown = { (path: FieldPath, value: JSON?) in
      value.map { text(of: $0, at: path, hiding: secrets, marks) }
    }
    return DisplayedChange(
      reference: reference,
      action: action,
      fields: differences.filter { !$0.path.steps.contains(Self.copyOfApplied) }.map {
        DisplayedField(
          path: $0.path.description,
          before: shown($0.path, $0.before),
          after: shown($0.path, $0.after),
          lines: lines(of: $0, hiding: secrets, marks),
        )
      },
      handOffs: handOffs(hiding: secrets, marks),
      notes: notes,
      obstacles: obstacles,
    )
  }

  /// None but of a text that others write too.
  private func lines(
    of difference: Difference,
    hiding secrets: SecretTexts,
    _ marks: ValueMarks,
  ) -> [DisplayedLine] {
    let isShared = [live, desired?.body].contains {
      $0?.metadata.annotation(WellKnown.sharedPart) != nil
    }
    guard isShared, difference.path.steps.first == .key("data") else { return [] }
    let texts = [difference.before, difference.after].map { value in
      (desired?.placeholders ?? []).reduce(secrets.redact(value?.stringValue ?? "")) {
        $0.replacing($1.text, with: marks.unknown)
      }
    }
    return DisplayedLine.lines(from: texts[0], to: texts[1])
  }

  private func handOffs(
    hiding secrets: SecretTexts,
    _ marks: ValueMarks,
  ) -> [DisplayedHandOff] {
    guard let desired else { return [] }
    return desired.manifest.bindings.flatMap { binding in
      binding.values.compactMap { value -> DisplayedHandOff? in
        guard case .handOff(let handOff) = value else { return nil }
        let text = desired.body[binding.path] ?? .null
        return DisplayedHandOff(
          path: binding.path.description,
          value: binding.isSecret
            ? hidden(text, marks) : self.text(of: text, at: binding.path, hiding: secrets, marks),
          source: handOff,
        )
      }
    }
  }

  private func text(
    of value: JSON,
    at path: FieldPath,
    hiding secrets: SecretTexts,
    _ marks: ValueMarks,
  ) -> String {
    if isHidden(path) { return hidden(value, marks) }
    let safe = value.hidingSecretVariables(marks.sensitive)
    let plain = (desired?.placeholders ?? []).reduce(safe.text()) {
      $0.replacing($1.text, with: marks.unknown)
    }.naming(certificates: marks)
    return plain == "\"\(marks.unknown)\"" ? marks.unknown : secrets.redact(plain)
  }

  private func hidden(_ value: JSON, _ marks: ValueMarks) -> String {
    let isUnknown = desired?.placeholders.contains { placeholder in
      let text = value.text()
      return text.contains(placeholder.text) || text.contains(placeholder.text.base64)
    }
    return isUnknown == true ? marks.sensitiveUnknown : marks.sensitive
  }

  /// kubectl's copy of an object in an annotation; it is never shown, for a Secret's data stand in it.
  private static var copyOfApplied: FieldPath.Step {
    .key("kubectl.kubernetes.io/last-applied-configuration")
  }

  /// Fields that are hidden whatever they hold: a Secret's data and its annotations, and variables whose
  /// names promise a secret.
  private func isHidden(_ path: FieldPath) -> Bool {
    if path.isSecretVariable { return true }
    if reference.kind == .secret, [.key("data"), .key("stringData")].contains(path.steps.first) {
      return true
    }
    return reference.kind == .secret && path.hasPrefix(FieldPath(keys: "metadata", "annotations"))
  }
}

extension String {
  /// The text with the end of each certificate in its place: enough to tell one from another.
  ///
  /// It is JSON, so that ends of line are written as two characters.
  fileprivate func naming(certificates marks: ValueMarks) -> String {
    replacing(#/-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----(\\n)?/#) {
      let end = $0.1.replacing("\\n", with: "").filter { $0 != "=" }.suffix(8)
      return marks.certificate(String(end))
    }
  }
}
