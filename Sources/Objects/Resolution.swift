import Digest
package import JSON
import Text

/// The pending values that a manifest needs and that nobody has looked up yet.
package struct UnknownValues: Error, Hashable, Sendable {
  /// In the order of the manifest's bindings, each once.
  package let values: [PendingValue]
}

extension Manifest {
  /// The object as it is applied, with every bound field filled.
  ///
  /// - Throws: the values that are missing; then nothing of the object may be sent.
  package func resolved(_ values: [PendingValue: String]) throws(UnknownValues) -> JSON {
    var missing: [PendingValue] = []
    var object = body
    for binding in bindings {
      let unknown = binding.values.filter { values[$0] == nil && !missing.contains($0) }
      missing += unknown
      object = object.setting(binding.path, to: .string(binding.text(values)))
    }
    guard missing.isEmpty else { throw UnknownValues(values: missing) }
    return object
  }
}

extension Binding {
  /// The field's text; unknown values leave a gap, which the caller has ruled out.
  fileprivate func text(_ values: [PendingValue: String]) -> String {
    let plain = parts.map { $0.text(values) }.joined()
    return switch encoding {
    case .plain: plain
    case .base64: plain.base64
    case .digest: Digest.sha256(plain).hexadecimal
    }
  }
}

extension Binding.Part {
  fileprivate func text(_ values: [PendingValue: String]) -> String {
    switch self {
    case .text(let text): text
    case .value(let value): values[value] ?? ""
    case .quoted(let value): JSON.string(values[value] ?? "").text()
    }
  }
}
