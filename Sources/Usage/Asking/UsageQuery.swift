/// A question that was put to the querier, as it was: whoever has doubts can ask again.
package struct UsageQuery: Hashable, Sendable {
  package let subject: Subject
  /// In PromQL, asked for the end of each step of the report's window.
  package let expression: String
  /// How many series came back.
  package let series: Int

  package init(_ subject: Subject, expression: String, series: Int) {
    self.subject = subject
    self.expression = expression
    self.series = series
  }

  /// What was asked for.
  package enum Subject: Hashable, Sendable {
    case version
    /// What each ClusterOperator is called.
    case operators
    case nodes
    case pods
    case measure(Measure)

    /// As reports for programs call it.
    package var name: String {
      switch self {
      case .version: "version"
      case .operators: "operators"
      case .nodes: "nodes"
      case .pods: "pods"
      case .measure(let measure): measure.rawValue
      }
    }

    /// nil for a name that no subject has.
    package init?(name: String) {
      switch name {
      case "version": self = .version
      case "operators": self = .operators
      case "nodes": self = .nodes
      case "pods": self = .pods
      default:
        guard let measure = Measure(rawValue: name) else { return nil }
        self = .measure(measure)
      }
    }
  }
}
