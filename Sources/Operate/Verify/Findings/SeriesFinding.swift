import Facts
package import Fleet
package import FoundationEssentials

/// What is amiss with the series of a cluster that arrive.
package enum SeriesFinding: Fact, Hashable {
  /// Selectors of the fleet file that find nothing of the cluster, of so many.
  case familiesMissing([String], of: Int)
  /// It has so many series under its name with other labels than the file gives it.
  case otherLabels([ExternalLabel], series: Int)
  /// Its series come under these labels; `isCertain` where the hub knows whose they are, and else all else fits.
  case underOtherName([ExternalLabel], series: Int, isCertain: Bool)
  /// Another cluster of the fleet sends series under its name.
  case takenBy(cluster: String, series: Int)
  /// Fewer copies come than the file asks for; those that do, by the label's value.
  case copiesMissing(found: [String], of: Int)
  /// More copies come than the file asks for.
  case copiesDoubled(found: [String], of: Int)
  /// Each series has so many times the samples that one writer makes: several write under the same labels.
  case samplesDoubled(times: Double)
  /// In the last hour nothing came for so many seconds in all, in so many pieces, the last of which began then.
  case gaps(count: Int, seconds: Int, last: Date)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case familiesMissing = "verify.families-missing"
    case otherLabels = "verify.other-labels"
    case underOtherName = "verify.under-other-name"
    case takenBy = "verify.name-taken"
    case copiesMissing = "verify.copies-missing"
    case copiesDoubled = "verify.copies-doubled"
    case samplesDoubled = "verify.samples-doubled"
    case gaps = "verify.gaps"
  }

  package var code: Code {
    switch self {
    case .familiesMissing: .familiesMissing
    case .otherLabels: .otherLabels
    case .underOtherName: .underOtherName
    case .takenBy: .takenBy
    case .copiesMissing: .copiesMissing
    case .copiesDoubled: .copiesDoubled
    case .samplesDoubled: .samplesDoubled
    case .gaps: .gaps
    }
  }

  /// Whether it says that the cluster's series are elsewhere, so that there are none in their place.
  package var isOfOtherName: Bool {
    if case .underOtherName = self { true } else { false }
  }

  /// How much it matters; a cluster need not have anything of a pattern.
  package var gravity: Gravity {
    switch self {
    case .familiesMissing(let selectors, _) where selectors.allSatisfy { $0.contains("=~") }:
      .warning
    case .copiesMissing, .gaps: .warning
    case .familiesMissing, .otherLabels, .underOtherName, .takenBy, .copiesDoubled,
      .samplesDoubled:
      .error
    }
  }
}
