extension JSON {
  /// This value with a JSON merge patch (RFC 7386) applied: a null removes the member it stands for.
  package func merging(_ patch: JSON) -> JSON {
    guard case .object(let changes) = patch else { return patch }
    var members = objectValue ?? JSONObject()
    for change in changes {
      members[change.key] = (members[change.key] ?? JSON.null).merged(change.value)
    }
    return .object(members)
  }

  /// nil where the patch says that the member goes.
  private func merged(_ patch: JSON) -> JSON? {
    patch == .null ? JSON?.none : merging(patch)
  }
}
