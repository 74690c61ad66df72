import Facts

/// What keeps a report of resource use from being made.
package enum UsageProblem: Fact, Error, Hashable {
  /// Both in seconds.
  case windowShorterThanStep(length: Int, step: Int)
  /// More than a querier gives for one series; a step of `fitting` seconds would do.
  case tooManySteps(Int, most: Int, fitting: Int)
  /// No cluster of the fleet has any series in the window, of so many queries.
  case noData(from: Int, to: Int, queries: Int)
  /// No cluster ran the version in the window.
  case unknownVersion(String, known: [String])
  /// Nothing is called so in the table of components, nor in what was found.
  case unknownComponent(String, known: [String])
  /// A version was to be compared, and no other was found.
  case nothingToCompare(String)
  /// The cluster that all others are held against has no series in the window.
  case silentBaseline(String)
  /// A file that was given as a report is none.
  case notAReport(file: String)
  /// A report of a form that this release does not read.
  case unknownFormat(file: String, version: String)
  /// Reports of different fleets have no common trend.
  case otherFleet(file: String, fleet: String, first: String)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case windowShorterThanStep = "usage.window-too-short"
    case tooManySteps = "usage.too-many-steps"
    case noData = "usage.no-data"
    case unknownVersion = "usage.unknown-version"
    case unknownComponent = "usage.unknown-component"
    case nothingToCompare = "usage.nothing-to-compare"
    case silentBaseline = "usage.silent-baseline"
    case notAReport = "usage.not-a-report"
    case unknownFormat = "usage.unknown-format"
    case otherFleet = "usage.other-fleet"
  }

  package var code: Code {
    switch self {
    case .windowShorterThanStep: .windowShorterThanStep
    case .tooManySteps: .tooManySteps
    case .noData: .noData
    case .unknownVersion: .unknownVersion
    case .unknownComponent: .unknownComponent
    case .nothingToCompare: .nothingToCompare
    case .silentBaseline: .silentBaseline
    case .notAReport: .notAReport
    case .unknownFormat: .unknownFormat
    case .otherFleet: .otherFleet
    }
  }
}
