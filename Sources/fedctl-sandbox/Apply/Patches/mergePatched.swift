import JSON

/// RFC 7396: null removes, objects merge, everything else replaces.
func mergePatched(_ value: JSON?, _ patch: JSON) -> JSON {
  guard case .object(let changes) = patch else { return patch }
  var result = value?.objectValue ?? [:]
  for member in changes {
    // A bare nil would be taken for JSON's null here.
    result[member.key] =
      member.value == .null ? JSON?.none : mergePatched(result[member.key], member.value)
  }
  return .object(result)
}
