import JSON
import Text

/// Variables that stand in an object as they are, as those of a container's `env`, have no Secret to
/// tell that they are secret: only their names do.
extension JSON {
  /// The value with the text of each `{name, value}` in it replaced whose name promises a secret.
  func hidingSecretVariables(_ mark: String) -> JSON {
    switch self {
    case .array(let elements): return .array(elements.map { $0.hidingSecretVariables(mark) })
    case .object(let members):
      let isSecret = members["name"]?.stringValue.map(SecretName.matches) ?? false
      var shown = JSONObject()
      for member in members {
        shown[member.key] =
          isSecret && member.key == "value"
          ? .string(mark) : member.value.hidingSecretVariables(mark)
      }
      return .object(shown)
    default: return self
    }
  }
}

extension FieldPath {
  /// Whether it leads to the value of a variable whose name promises a secret.
  var isSecretVariable: Bool {
    guard steps.last == .key("value"),
      case .element(key: "name", let name)? = steps.dropLast().last
    else { return false }
    return SecretName.matches(name)
  }
}
