package import JSON
package import Objects
import Text

/// A manifest with everything filled in that is known now.
package struct DesiredObject: Sendable {
  /// What it was filled in from.
  package let manifest: Manifest
  /// The object to compare and to try on the server; placeholders stand for what is not known yet.
  package let body: JSON
  /// What the placeholders in `body` stand for.
  package let placeholders: [Placeholder]
  /// The clusters out of reach whose values fields of `body` need; one for each value.
  package let unavailable: [String]
  /// Why the fleet's part cannot be set into a text that others write too; the text stays as it is then.
  package var flaw: Obstacle?
  /// What other objects produce for a text that others write too, and that stands in the live one as it is now.
  package var settled: Set<HandOff> = []

  /// Whether it is nothing but the new size of a claim that is there, and bears no label of the fleet.
  var isGrowth: Bool {
    reference.kind == .persistentVolumeClaim && body.metadata.label(WellKnown.fleetLabel) == nil
  }

  /// Which object of which cluster.
  package var reference: ObjectReference { manifest.reference }
  /// Whether others write the object too, so that nothing of theirs is taken.
  ///
  /// A claim is its workload's, or that of whoever made it beforehand, as from a snapshot.
  var isShared: Bool { reference.kind.is(.shared) || manifest.sharedText != nil || isGrowth }
}

/// A text that no real value has, in place of one that is known only after apply.
package struct Placeholder: Hashable, Sendable {
  /// A valid host name, so that the server's validation lets it pass.
  package let text: String
  /// What it stands for.
  package let value: PendingValue

  /// Numbered within one object.
  init(_ value: PendingValue, number: Int) {
    self.value = value
    text = "known-after-apply-\(number).fedctl.invalid"
  }
}

extension LiveState {
  /// A manifest's desired object, as far as it can be known now.
  ///
  /// A field whose producer is out of reach keeps its live value: what cannot be known is no reason
  /// to change anything.
  package func desired(_ manifest: Manifest) -> DesiredObject {
    var values: [PendingValue: String] = [:]
    var placeholders: [Placeholder] = []
    var unavailable: [String] = []
    for value in manifest.bindings.flatMap(\.values) where values[value] == nil {
      switch lookUp(value) {
      case .known(let text): values[value] = text
      case .unavailable(let cluster):
        unavailable.append(cluster)
        values[value] = ""
      case .afterApply:
        let placeholder = Placeholder(value, number: placeholders.count + 1)
        placeholders.append(placeholder)
        values[value] = placeholder.text
      }
    }
    let body = manifest.showing(
      placeholders,
      in: (try? manifest.resolved(values)) ?? manifest.body,
    )
    let desired = DesiredObject(
      manifest: manifest,
      body: unavailable.isEmpty ? body : keepingUnavailable(of: manifest, in: body),
      placeholders: placeholders,
      unavailable: unavailable,
    )
    return sharing(desired, values)
  }

  /// With the whole text that others write too, in place of the fleet's part of it.
  private func sharing(_ desired: DesiredObject, _ values: [PendingValue: String])
    -> DesiredObject
  {
    guard let key = desired.manifest.sharedText else { return desired }
    let live = self[desired.reference]
    var body = desired.body
    var flaw: Obstacle?
    if desired.unavailable.isEmpty {
      do throws(Obstacle) {
        body = try SharedText.body(body, sharing: key, with: live)
      } catch {
        flaw = error
      }
    }
    if flaw != nil || !desired.unavailable.isEmpty {
      body = body.keeping(FieldPath(keys: "data", key), of: live)
      let record = FieldPath(keys: "metadata", "annotations", WellKnown.sharedPart)
      body = body.keeping(record, of: live)
    }
    return DesiredObject(
      manifest: desired.manifest,
      body: body,
      placeholders: desired.placeholders,
      unavailable: desired.unavailable,
      flaw: flaw,
      settled: settled(values, in: live?[FieldPath(keys: "data", key)]),
    )
  }

  private func settled(_ values: [PendingValue: String], in text: JSON?) -> Set<HandOff> {
    guard let text = text?.stringValue else { return [] }
    return values.reduce(into: []) { settled, value in
      guard case .handOff(let handOff) = value.key, text.holds(value.value) else { return }
      settled.insert(handOff)
    }
  }

  private func keepingUnavailable(of manifest: Manifest, in body: JSON) -> JSON {
    let live = self[manifest.reference]
    return manifest.bindings.reduce(body) { body, binding in
      guard binding.values.contains(where: isUnavailable), let kept = live?[binding.path] else {
        return body
      }
      return body.setting(binding.path, to: kept)
    }
  }

  private func isUnavailable(_ value: PendingValue) -> Bool {
    if case .unavailable = lookUp(value) { true } else { false }
  }
}

extension Manifest {
  /// The digest of a placeholder would look like one that is known.
  fileprivate func showing(_ placeholders: [Placeholder], in body: JSON) -> JSON {
    bindings.filter { $0.encoding == .digest }.reduce(body) { body, binding in
      let unknown = placeholders.first { binding.values.contains($0.value) }
      return unknown.map { body.setting(binding.path, to: .string($0.text)) } ?? body
    }
  }
}

extension JSON {
  /// With a field as another object has it, where that has it.
  fileprivate func keeping(_ path: FieldPath, of live: JSON?) -> JSON {
    live?[path].map { setting(path, to: $0) } ?? self
  }
}
