import Facts
package import Plan

/// Why there is nothing that a fleet file could be written from.
package enum SurveyProblem: Error, Hashable, Fact {
  /// No context fits the patterns; with all that the kubeconfig has.
  case noContext([String], of: [String])
  /// None of so many contexts leads anywhere; why not, of the first.
  case noAnswer(Int, first: String, UnknownCluster)
  /// The context that shall be the hub is not among those that were asked.
  case noHub(String, of: [String])

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case noContext = "survey.no-context"
    case noAnswer = "survey.no-answer"
    case noHub = "survey.no-hub"
  }

  package var code: Code {
    switch self {
    case .noContext: .noContext
    case .noAnswer: .noAnswer
    case .noHub: .noHub
    }
  }
}
