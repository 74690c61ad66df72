/// The structure of a field, as far as merging and field validation need it.
indirect enum SchemaType: Hashable, Sendable {
  case scalar
  /// Of unknown structure: objects merge field by field, lists are replaced.
  case anything
  /// Of unknown structure and replaced as a whole.
  case atomic
  case map(of: Int)
  case list(of: Int, ListMerge, patchKey: String?)
  case object(fields: [String: Int], isAtomic: Bool, isOpen: Bool)
}

/// How two lists become one.
enum ListMerge: Hashable, Sendable {
  case replaced
  case set
  /// Elements are known by the values of these keys.
  case keyed([ListKey])
}

/// A member that tells the elements of a list apart.
struct ListKey: Hashable, Sendable {
  let name: String
  /// What an element without the member counts as.
  let standard: String?
}
