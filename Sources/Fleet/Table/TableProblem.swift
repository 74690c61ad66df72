import Facts

/// Where a file does not fit the table of keys.
///
/// A `record` is what the table calls the mapping, as in `a cluster`.
package enum TableProblem: Fact, Hashable {
  /// `text` is what stands there, where it is a scalar that may be repeated: never a secret.
  case wrongType(key: String, wanted: Kind, found: Kind, text: String?)
  case outOfRange(key: String, allowed: ClosedRange<Int>, because: CountReason)
  case unknownValue(String, key: String, known: [String])
  /// The same without the value: somebody may have put a secret instead of a word about it.
  /// `nearest` is the known word that it is like, if any.
  case hiddenValue(key: String, nearest: String?, known: [String])
  /// A platform that the topology does not run on.
  case unsupportedPlatform(String, topology: Topology, known: [String])
  case duplicateKey(String, firstLine: Int)
  case missingKey(String, of: String)
  /// Not exactly one of the keys is set.
  case wrongChoice(of: String, keys: [String])
  /// None of the keys is set.
  case nothingChosen(of: String, keys: [String])
  case unknownKey(String, of: String, known: [String])
  /// A key under the name that it had before, which the next release does not read any more.
  case formerKey(String, now: String)
  /// The same where the key stands under its present name as well, in another file where that is named.
  case formerKeyBesideNew(String, now: String, line: Int, of: String? = nil)
  /// A key that one would look for here, and that there is not.
  case absentKey(String, of: String, because: AbsentKey)
  /// A key of other topologies alone.
  case foreignKey(String, topologies: [Topology])
  /// A key that looks like a secret; `isReferred` where the file says elsewhere where it comes from.
  case secret(key: String, of: String, isReferred: Bool)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case wrongType = "fleet.wrong-type"
    /// A number is outside of what makes sense.
    case outOfRange = "fleet.out-of-range"
    case unknownValue = "fleet.unknown-value"
    case unsupportedPlatform = "fleet.unsupported-platform"
    /// A key stands twice in one mapping.
    case duplicateKey = "fleet.duplicate-key"
    /// A key that must be there is not.
    case missingKey = "fleet.missing-key"
    case wrongChoice = "fleet.wrong-choice"
    case nothingChosen = "fleet.nothing-chosen"
    /// A key that fedctl does not know.
    case unknownKey = "fleet.unknown-key"
    case formerKey = "fleet.former-key"
    /// A key stands under its former name and its present one in one mapping.
    case formerKeyBesideNew = "fleet.former-key-beside-new"
    case absentKey = "fleet.absent-key"
    case foreignKey = "fleet.key-of-other-topology"
    case secret = "fleet.secret-in-file"
  }

  package var code: Code {
    switch self {
    case .wrongType: .wrongType
    case .outOfRange: .outOfRange
    case .unknownValue, .hiddenValue: .unknownValue
    case .unsupportedPlatform: .unsupportedPlatform
    case .duplicateKey: .duplicateKey
    case .missingKey: .missingKey
    case .wrongChoice: .wrongChoice
    case .nothingChosen: .nothingChosen
    case .unknownKey: .unknownKey
    case .formerKey: .formerKey
    case .formerKeyBesideNew: .formerKeyBesideNew
    case .absentKey: .absentKey
    case .foreignKey: .foreignKey
    case .secret: .secret
    }
  }
}

extension TableProblem {
  /// What a value is, as a person who writes YAML sees it.
  package enum Kind: Hashable, Sendable {
    case text
    case flag
    case number
    case wholeNumber
    case list
    case mapping
    case nothing
  }
}
