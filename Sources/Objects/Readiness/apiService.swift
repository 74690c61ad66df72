import JSON

extension Readiness {
  /// The API server asks what answers for the API, and says whether it did.
  static func apiService(_ object: JSON) -> Readiness {
    guard let available = object.condition("Available") else { return .waiting(.unasked) }
    return available.isTrue ? .ready : .waiting(.unmet(available))
  }
}
