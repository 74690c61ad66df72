/// Tells which of many differences are more than noise.
///
/// Of a hundred comparisons of things that are alike, five would seem to differ at 95 %. Holm's way keeps the chance
/// that any at all is told wrongly at 5 %: the least probable must be below 5 % by their number, the next below 5 %
/// by one fewer, and so on until one is not.
enum Holm {
  private static let level = 0.05

  /// For each probability; nil for those that nothing can be told of, which are not counted.
  static func areReal(_ probabilities: [Double?]) -> [Bool?] {
    let order = probabilities.indices.filter { probabilities[$0] != nil }
      .sorted { (probabilities[$0] ?? 1, $0) < (probabilities[$1] ?? 1, $1) }
    var result: [Bool?] = probabilities.map { $0 == nil ? nil : false }
    for (rank, place) in order.enumerated() {
      guard let probability = probabilities[place],
        probability < level / Double(order.count - rank)
      else { break }
      result[place] = true
    }
    return result
  }
}
