import JSON
package import Objects
package import Text

/// A change as a person may see it: nothing secret, nothing that only stands for something.
package struct DisplayedChange: Sendable {
  /// Which object of which cluster.
  package let reference: ObjectReference
  /// What is done with it.
  package let action: Action
  /// What that means for it, where the action alone does not say it.
  package let consequence: Consequence?
  /// Field by field, in the object's order.
  package let fields: [DisplayedField]
  /// What other objects produce for this one.
  package internal(set) var handOffs: [DisplayedHandOff]
  /// What a reader should know.
  package let notes: [Note]
  /// What must be mended before it can be done.
  package let obstacles: [Obstacle]
  /// What an apply would wait for, though it leaves the object as it is.
  package internal(set) var unreadiness: ReadinessReason?
}

/// One field, old and new as text; nil where the field is not there.
package struct DisplayedField: Hashable, Sendable {
  /// As people write paths of fields.
  package let path: String
  /// What it is now.
  package let before: String?
  /// What it will be.
  package let after: String?
  /// The same line by line, of a text that has several or of a long value; empty for all other fields.
  package var lines: [DisplayedLine] = []
  /// What becomes of rules, where the field holds groups of rules: shorter than `lines`, and without what stays of them.
  package var rules: [DisplayedLine] = []
}

extension DisplayedField {
  /// New labels as one field, by their names: of the object they say nothing that the fleet's name does not.
  fileprivate static func names(of labels: [Difference]) -> [DisplayedField] {
    let names = labels.compactMap { label -> String? in
      guard case .key(let name)? = label.path.steps.last else { return nil }
      return name
    }
    guard !names.isEmpty else { return [] }
    return [
      DisplayedField(path: "metadata.labels", before: nil, after: names.joined(separator: ", "))
    ]
  }
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
  /// `tellsNewFields`: whether the fields of an object that is created are told.
  package func displayed(
    hiding secrets: SecretTexts,
    _ marks: ValueMarks,
    tellsNewFields: Bool = true,
  ) -> DisplayedChange {
    DisplayedChange(
      reference: reference,
      action: action,
      consequence: consequence,
      fields: action == .create && !tellsNewFields ? [] : fields(hiding: secrets, marks),
      handOffs: handOffs(hiding: secrets, marks),
      notes: notes,
      obstacles: obstacles,
      unreadiness: unreadiness,
    )
  }

  private func fields(hiding secrets: SecretTexts, _ marks: ValueMarks) -> [DisplayedField] {
    let told = toldDifferences.filter {
      !$0.path.steps.contains(Self.copyOfApplied) && !isRecordOfText($0)
    }
    let labels = told.filter(isNewLabel)
    return DisplayedField.names(of: labels)
      + told.filter { !labels.contains($0) }.flatMap { fields(of: $0, hiding: secrets, marks) }
  }

  /// One, or those of a Secret's text of which some may be shown.
  private func fields(
    of difference: Difference,
    hiding secrets: SecretTexts,
    _ marks: ValueMarks,
  ) -> [DisplayedField] {
    let open = openFields(
      of: difference,
      showing: { $1 ? plain($0, hiding: secrets, marks) : hidden($0, marks) },
      marks,
    )
    if let open { return open }
    if let field = configuration(difference, marks) { return [field] }
    let shown = { (value: JSON) in
      text(of: value, at: difference.path, hiding: secrets, marks)
    }
    return [
      DisplayedField(
        path: difference.path.description,
        before: difference.before.map(shown),
        after: difference.after.map(shown),
        lines: lines(of: difference, hiding: secrets, marks),
        rules: rules(of: difference, hiding: secrets, marks),
      )
    ]
  }

  /// Whether a difference says once more what the text says beside it: which part of it is the fleet's.
  private func isRecordOfText(_ difference: Difference) -> Bool {
    difference.path.steps.last == .key(WellKnown.sharedPart)
      && differences.contains { $0.path.steps.first == .key("data") }
  }

  /// Whether a difference is one of the labels that every adopted object gets.
  private func isNewLabel(_ difference: Difference) -> Bool {
    let labels = FieldPath(keys: "metadata", "labels")
    return action == .adopt && difference.before == nil && difference.path.hasPrefix(labels)
  }

  /// None of a short value, and none of one that is hidden.
  private func lines(
    of difference: Difference,
    hiding secrets: SecretTexts,
    _ marks: ValueMarks,
  ) -> [DisplayedLine] {
    guard !isHidden(difference.path) else { return [] }
    let values = [difference.before, difference.after].map {
      $0?.hidingSecretVariables(marks.sensitive)
    }
    guard values.contains(where: { $0?.isLong == true }) else { return [] }
    let texts = values.map { value in
      secrets.redact(withMarks(value?.unfolded ?? "", marks))
    }
    return DisplayedLine.lines(from: texts[0], to: texts[1])
  }

  /// None where the field holds no groups of rules, or is hidden.
  private func rules(
    of difference: Difference,
    hiding secrets: SecretTexts,
    _ marks: ValueMarks,
  ) -> [DisplayedLine] {
    guard !isHidden(difference.path) else { return [] }
    return DisplayedLine.ofRules(from: difference.before, to: difference.after).map {
      DisplayedLine(fate: $0.fate, text: secrets.redact(withMarks($0.text, marks)))
    }
  }

  /// The text with a mark where something stands that is not known yet, or a certificate.
  private func withMarks(_ text: String, _ marks: ValueMarks) -> String {
    (desired?.placeholders ?? []).reduce(text) {
      $0.replacing($1.text, with: marks.unknown)
    }.naming(certificates: marks)
  }

  private func handOffs(
    hiding secrets: SecretTexts,
    _ marks: ValueMarks,
  ) -> [DisplayedHandOff] {
    guard let desired else { return [] }
    return desired.manifest.bindings.filter { moves($0.path) }.flatMap { binding in
      binding.values.compactMap { value -> DisplayedHandOff? in
        guard case .handOff(let handOff) = value, !desired.settled.contains(handOff) else {
          return nil
        }
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

  /// Whether the change sets or alters what is there; what an update leaves alone is not told.
  private func moves(_ path: FieldPath) -> Bool {
    guard action == .update || action == .none else { return true }
    return live?[path] != desired?.body[path]
  }

  private func text(
    of value: JSON,
    at path: FieldPath,
    hiding secrets: SecretTexts,
    _ marks: ValueMarks,
  ) -> String {
    if let named = certificates(value, at: path, marks) { return named }
    return isHidden(path) ? hidden(value, marks) : plain(value, hiding: secrets, marks)
  }

  /// The marks of the certificates in a Secret's data; nil for a text with anything else in it.
  private func certificates(_ value: JSON, at path: FieldPath, _ marks: ValueMarks) -> String? {
    guard reference.kind == .secret, path.steps.first == .key("data"),
      let text = value.stringValue.flatMap({ Base64.string(of: $0) }),
      CertificateCut.begins(text),
      CertificateCut(text).texts.allSatisfy({ $0.allSatisfy(\.isWhitespace) })
    else { return nil }
    return JSON.string(text).text().naming(certificates: marks)
  }

  private func plain(_ value: JSON, hiding secrets: SecretTexts, _ marks: ValueMarks) -> String {
    let safe = value.hidingSecretVariables(marks.sensitive)
    let plain = withMarks(safe.text(), marks)
    return plain == "\"\(marks.unknown)\"" ? marks.unknown : secrets.redact(plain)
  }

  private func hidden(_ value: JSON, _ marks: ValueMarks) -> String {
    let text = value.text()
    let isUnknown = desired?.placeholders.contains {
      text.holds($0.text) || text.holds($0.text.base64)
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
  /// The text with a mark in place of each certificate.
  ///
  /// In JSON, ends of line are written as two characters.
  fileprivate func naming(certificates marks: ValueMarks) -> String {
    let cut = CertificateCut(self)
    guard let first = cut.texts.first else { return self }
    return zip(cut.certificates, cut.texts.dropFirst()).reduce(into: String(first)) { named, next in
      named += marks.certificate(
        next.0.replacing("\\n", with: "").filter { !$0.isWhitespace }
      )
      named += next.1.hasPrefix("\\n") ? next.1.dropFirst(2) : next.1
    }
  }
}
