import JSON
import Objects

extension Binding {
  /// A key of a Secret.
  static func secretData(_ key: String, _ parts: [Part]) -> Binding {
    Binding(FieldPath(keys: "data", key), parts, encoding: .base64)
  }
}

extension Site {
  /// A Secret whose whole content becomes known during apply.
  func secret(
    _ name: String,
    of part: Part,
    in foreignNamespace: String? = nil,
    _ fields: JSON = [:],
    filledBy bindings: [Binding],
  ) -> Manifest {
    let type: JSON = ["type": "Opaque"]
    return manifest(
      .secret,
      name,
      of: part,
      in: foreignNamespace,
      type.merging(fields),
      bindings: bindings,
    )
  }

  /// A Secret with one generated text, which is made once and kept.
  ///
  /// - `length`: in letters and digits.
  func generatedSecret(_ name: String, key: String, length: Int, of part: Part) -> Manifest {
    let text = GeneratedSecret(in: reference(.secret, name), key: key, length: length)
    return secret(name, of: part, filledBy: [.secretData(key, [.value(.generated(text))])])
  }
}
