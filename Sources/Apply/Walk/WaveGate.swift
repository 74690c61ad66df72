import Objects
import Plan

/// What has to be true before the next wave of clusters is changed.
package struct WaveGate: Sendable {
  /// By cluster, the number of its wave, from 0.
  private let waves: [String: Int]
  /// Whether a wave may begin, of which the ones before are done and ready.
  private let mayOpen: @Sendable (_ wave: Int) async -> Bool

  package init(
    _ waves: [[String]],
    mayOpen: @escaping @Sendable (_ wave: Int) async -> Bool,
  ) {
    self.waves = Dictionary(
      waves.enumerated().flatMap { wave, names in names.map { ($0, wave) } },
      uniquingKeysWith: { first, _ in first },
    )
    self.mayOpen = mayOpen
  }

  /// Whether a change may begin; `opened` is the last wave that has.
  func admits(_ change: Change, after opened: inout Int) async -> Bool {
    guard change.action != .none, let wave = waves[change.reference.cluster], wave > opened else {
      return true
    }
    guard await mayOpen(wave) else { return false }
    opened = wave
    return true
  }
}
