/// The form of a field, as far as merging and validation need it.
indirect enum SchemaType: Hashable, Sendable {
  case scalar(Scalar)
  /// Of unknown structure: objects merge field by field, lists are replaced.
  case anything
  /// Of unknown structure and replaced as a whole.
  case atomic
  /// With values of one type, merged key by key.
  case map(of: Int)
  /// A map that is replaced as a whole.
  case atomicMap(of: Int)
  /// `patchKey` is for strategic patches: nil replaces, an empty key merges as a set.
  case list(of: Int, ListMerge, patchKey: String?)
  /// `isOpen` has fields beyond those named, of any type.
  case object(fields: [String: Int], isAtomic: Bool, isOpen: Bool)
}

/// A value without parts.
///
/// The raw value is the letter that the schema table has for it.
enum Scalar: Character, Sendable {
  case text = "t"
  case int32 = "i"
  case int64 = "I"
  case number = "n"
  case truth = "b"
  /// Bytes as text.
  case base64 = "y"
  /// RFC 3339 in whole seconds.
  case time = "T"
  /// RFC 3339 with six digits of a second.
  case microTime = "M"
  /// A text or a number, as `500m`, `1.5Gi` or 2.
  case quantity = "q"
  /// A count or a share, or the number or name of a port.
  case integerOrText = "s"
}

/// How two lists become one.
enum ListMerge: Hashable, Sendable {
  /// The new list takes the place of the old.
  case replaced
  /// Every value once.
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
