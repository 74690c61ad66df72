/// Puts lines together from pieces that end anywhere.
struct LineSplitter {
  private static let maximumLength = 16 << 20
  private var rest: [UInt8] = []

  /// Whether a line has become so long that waiting for its end is no use.
  var isOverlong: Bool { rest.count > Self.maximumLength }

  mutating func lines(completedBy bytes: [UInt8]) -> [[UInt8]] {
    rest += bytes
    guard bytes.contains(UInt8(ascii: "\n")) else { return [] }
    var pieces = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    rest = pieces.popLast().map(Array.init) ?? []
    return pieces.map(Array.init)
  }
}
