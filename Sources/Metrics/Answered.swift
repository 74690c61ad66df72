/// An answer with what the API says beside it.
package struct Answered<Value: Sendable>: Sendable {
  /// What was asked for.
  package let value: Value
  /// In the API's own words: a querier tells here which stores it did not reach, so that the answer may lack
  /// what they have.
  package let warnings: [String]
  /// What the API remarks on the question itself, which takes nothing from the answer.
  package let remarks: [String]

  package init(_ value: Value, warnings: [String] = [], remarks: [String] = []) {
    self.value = value
    self.warnings = warnings
    self.remarks = remarks
  }

  /// The same with another value made from this one.
  func map<Other>(
    _ transform: (Value) throws(MetricsFlaw) -> Other
  ) throws(MetricsFlaw) -> Answered<Other> {
    Answered<Other>(try transform(value), warnings: warnings, remarks: remarks)
  }
}

extension Answered: Equatable where Value: Equatable {}
