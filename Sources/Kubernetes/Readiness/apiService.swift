import JSON
import Objects

extension Readiness {
  /// The API server asks what answers for the API, and says whether it did.
  static func apiService(_ object: JSON) -> Readiness {
    guard let available = object.condition("Available") else {
      return .waiting("the API server has not asked for it yet")
    }
    guard available.isTrue else {
      let words = available.conditionWords
      return .waiting("it is not available\(words.isEmpty ? "" : ": \(words)")")
    }
    return .ready
  }
}
