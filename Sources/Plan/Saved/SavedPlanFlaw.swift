import Facts
package import JSON

/// Why a file is not taken for a plan that somebody has agreed to.
package enum SavedPlanFlaw: Error, Fact, Hashable {
  // MARK: The file alone

  /// It is larger than any plan, in bytes.
  case tooLarge(limit: Int)
  case noJSON(JSONError)
  /// It is JSON of something else.
  case noPlan
  /// A format that this release does not read.
  case otherFormat(String, known: String)
  /// It is not as fedctl has written it: its own digest says otherwise.
  case edited
  /// A member that is missing, or is not what it should be, by its path.
  case malformed(String)
  /// Another release made it, which may plan otherwise.
  case otherRelease(String, this: String)

  // MARK: Beside this run

  /// It is of a fleet of another name.
  case otherFleet(String, here: String)
  /// It was made with other options, by their names on the command line; `given` are those of this run.
  case otherOptions(saved: [String], given: [String])
  /// What would be done now is something else; never empty.
  case stale([PlanDeviation])

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case tooLarge = "saved-plan.too-large"
    /// It is no JSON.
    case noJSON = "saved-plan.no-json"
    case noPlan = "saved-plan.no-plan"
    case otherFormat = "saved-plan.other-format"
    case edited = "saved-plan.edited"
    case malformed = "saved-plan.malformed"
    case otherRelease = "saved-plan.other-release"
    case otherFleet = "saved-plan.other-fleet"
    case otherOptions = "saved-plan.other-options"
    case stale = "saved-plan.stale"
  }

  package var code: Code {
    switch self {
    case .tooLarge: .tooLarge
    case .noJSON: .noJSON
    case .noPlan: .noPlan
    case .otherFormat: .otherFormat
    case .edited: .edited
    case .malformed: .malformed
    case .otherRelease: .otherRelease
    case .otherFleet: .otherFleet
    case .otherOptions: .otherOptions
    case .stale: .stale
    }
  }
}
