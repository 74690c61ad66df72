import JSON

/// How the objects of a kind look in its versions, by which those who write them name their fields.
///
/// Nearly all kinds look the same in all of them.
struct VersionForms: Sendable {
  /// Another form than that of the version at hand.
  struct Other: Sendable {
    let schema: Schema
    /// Makes an object of the version at hand one of the other.
    let converted: @Sendable (JSON) -> JSON
  }

  /// The type of the objects at hand.
  let schema: Schema
  /// By `group/version`; what is not in it looks as the version at hand.
  var others: [String: Other] = [:]
}

/// What differs between two forms of an object, for each version in which fields are named.
struct Comparisons {
  private let old: JSON?
  private let new: JSON
  private let forms: VersionForms
  private let isCustom: Bool
  private let ignoring: [FieldPath]
  /// Of the version at hand it is under an empty name.
  private var known: [String: Comparison] = [:]

  /// Nothing is compared before it is asked for; `ignoring` are members that do not count.
  init(
    from old: JSON?,
    to new: JSON,
    _ forms: VersionForms,
    isCustom: Bool = false,
    ignoring: [FieldPath] = [],
  ) {
    (self.old, self.new, self.forms) = (old, new, forms)
    (self.isCustom, self.ignoring) = (isCustom, ignoring)
  }

  /// The comparison as a version, `group/version`, names its fields.
  mutating func of(_ apiVersion: String) -> Comparison {
    let other = forms.others[apiVersion]
    let key = other == nil ? "" : apiVersion
    if let comparison = known[key] { return comparison }
    /// The part of a form that somebody can own.
    func counted(_ object: JSON?) -> JSON {
      guard let object else { return [:] }
      return (other?.converted(object) ?? object).tracked.without(ignoring)
    }
    let comparison = Comparison(
      from: counted(old),
      to: counted(new),
      other?.schema ?? forms.schema,
      isCustom: isCustom,
    )
    known[key] = comparison
    return comparison
  }
}
