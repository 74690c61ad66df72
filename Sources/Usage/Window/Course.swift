/// The values of something over a window, a value a step.
///
/// A step of which nothing is known has no value, which is something else than zero: it is told as NaN, so that a
/// thousand clusters' courses take eight bytes a step.
package struct Course: Hashable, Sendable {
  private var values: [Double]

  /// Nothing is known of any step.
  package init(steps: Int) { values = Array(repeating: .nan, count: steps) }

  /// From samples that may be in any order; what lies on no step's end is left out.
  package init(_ samples: some Sequence<(time: Double, value: Double)>, in window: UsageWindow) {
    self.init(steps: window.count)
    for sample in samples {
      guard sample.value.isFinite, let place = window.place(endingAt: sample.time) else { continue }
      values[place] = sample.value
    }
  }

  /// The value of a step; nil where nothing is known of it.
  package subscript(place: Int) -> Double? {
    get {
      guard values.indices.contains(place), !values[place].isNaN else { return nil }
      return values[place]
    }
    set { values[place] = newValue ?? .nan }
  }

  /// How many steps there are, known or not.
  package var count: Int { values.count }

  /// How many steps have a value.
  package var known: Int { values.count { !$0.isNaN } }

  /// The values that there are, in order.
  package var present: [Double] { values.filter { !$0.isNaN } }

  /// Adds another: what only one of them knows is as it is.
  mutating func add(_ other: Course) {
    for place in values.indices {
      guard let value = other[place] else { continue }
      values[place] = (self[place] ?? 0) + value
    }
  }

  /// Each value by that of another at the same step; none where the other has none, or none above zero.
  func divided(by other: Course) -> Course {
    var result = Course(steps: values.count)
    for place in values.indices {
      guard let value = self[place], let divisor = other[place], divisor > 0 else { continue }
      result.values[place] = value / divisor
    }
    return result
  }

  /// Only the steps for which something holds.
  func at(_ isMeant: (Int) -> Bool) -> Course {
    var result = Course(steps: values.count)
    for place in values.indices where isMeant(place) { result.values[place] = values[place] }
    return result
  }
}
