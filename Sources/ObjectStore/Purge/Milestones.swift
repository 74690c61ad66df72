/// A few of many names, evenly spread over all of them, however many there turn out to be.
struct Milestones {
  /// The last of every `distance` names.
  private var names: [String] = []
  private var distance = 1
  private var count = 0
  private static let limit = 1_024

  mutating func pass(_ name: String) {
    count += 1
    guard count.isMultiple(of: distance) else { return }
    names.append(name)
    guard names.count == Self.limit else { return }
    names = stride(from: 1, to: names.count, by: 2).map { names[$0] }
    distance *= 2
  }

  /// The last name of every part but the final one, where all names are cut into parts of about one
  /// size: at most so many, and none with fewer names than `size`.
  func dividing(into parts: Int, ofAtLeast size: Int) -> [String] {
    let wanted = max(size, (count + parts - 1) / parts)
    let step = max(1, (wanted + distance - 1) / distance)
    return stride(from: step, through: names.count, by: step)
      .filter { $0 * distance < count }
      .map { names[$0 - 1] }
  }
}
