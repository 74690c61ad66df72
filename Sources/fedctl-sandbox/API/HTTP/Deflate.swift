/// One last block of DEFLATE in its fixed codes (RFC 1951, 3.2.6).
struct Deflate {
  /// Bits that are written and make no whole byte yet, the first lowest.
  private var bits: UInt64 = 0
  private var count: UInt64 = 0
  private var output: [UInt8] = []

  /// A whole text as a block.
  static func block(of text: [UInt8]) -> [UInt8] {
    var block = Deflate()
    block.output.reserveCapacity(text.count / 4)
    // The last block, in fixed codes.
    block.put(0b011, bits: 3)
    block.write(text)
    block.put(literals[256])
    block.put(0, bits: 7)
    return block.output
  }

  /// Byte by byte, or as a match of at least three bytes with what stood before.
  private mutating func write(_ text: [UInt8]) {
    // Where three bytes stood last, by a hash of them.
    var last = [Int](repeating: -1, count: Self.hashes)
    var place = 0
    while place < text.count {
      guard place + 2 < text.count else {
        put(Self.literals[Int(text[place])])
        place += 1
        continue
      }
      let hash = Self.hash(text, at: place)
      let before = last[hash]
      last[hash] = place
      let length =
        before >= 0 && place - before <= Self.window
        ? Self.sameBytes(text, before, place) : 0
      if length >= 3 {
        put(length: length, distance: place - before)
        place += length
      } else {
        put(Self.literals[Int(text[place])])
        place += 1
      }
    }
  }

  private static let window = 32_768
  private static let longest = 258
  private static let hashes = 1 << 15

  private static func hash(_ text: [UInt8], at place: Int) -> Int {
    let three = UInt32(text[place]) | UInt32(text[place + 1]) << 8 | UInt32(text[place + 2]) << 16
    return Int((three &* 0x9E37_79B1) >> 17)
  }

  /// How many bytes at one place are those at an earlier one.
  private static func sameBytes(_ text: [UInt8], _ before: Int, _ place: Int) -> Int {
    let limit = min(longest, text.count - place)
    var length = 0
    while length < limit, text[before + length] == text[place + length] { length += 1 }
    return length
  }

  // MARK: Codes

  /// A code of Huffman's and how many bits it has; its first bit is the lowest.
  private struct Code {
    let value: UInt64
    let bits: UInt64

    init(_ value: UInt64, bits: UInt64) {
      self.bits = bits
      self.value = (0..<bits).reduce(0) { $0 << 1 | value >> $1 & 1 }
    }
  }

  /// Of bytes, of the end (256), and of lengths.
  private static let literals: [Code] = (UInt64(0)..<288).map { symbol in
    switch symbol {
    case 0..<144: Code(0x30 + symbol, bits: 8)
    case 144..<256: Code(0x190 + symbol - 144, bits: 9)
    case 256..<280: Code(symbol - 256, bits: 7)
    default: Code(0xC0 + symbol - 280, bits: 8)
    }
  }

  private static let distances: [Code] = (UInt64(0)..<30).map { Code($0, bits: 5) }

  /// The least length, or distance, of each symbol, and how many bits follow that say how much more it is.
  private static let lengthSteps = steps(from: 3, count: 28, each: 4)
  private static let distanceSteps = steps(from: 1, count: 30, each: 2)

  private static func steps(from first: Int, count: Int, each: Int) -> [(least: Int, bits: Int)] {
    var least = first
    return (0..<count).map { symbol in
      let bits = max(0, symbol / each - 1)
      defer { least += 1 << bits }
      return (least, bits)
    }
  }

  private mutating func put(length: Int, distance: Int) {
    // The longest has a symbol of its own.
    if length == Self.longest {
      put(Self.literals[285])
    } else {
      let symbol = (Self.lengthSteps.lastIndex { $0.least <= length }) ?? 0
      put(Self.literals[257 + symbol])
      put(
        UInt64(length - Self.lengthSteps[symbol].least),
        bits: UInt64(Self.lengthSteps[symbol].bits),
      )
    }
    let symbol = (Self.distanceSteps.lastIndex { $0.least <= distance }) ?? 0
    put(Self.distances[symbol])
    put(
      UInt64(distance - Self.distanceSteps[symbol].least),
      bits: UInt64(Self.distanceSteps[symbol].bits),
    )
  }

  private mutating func put(_ code: Code) { put(code.value, bits: code.bits) }

  private mutating func put(_ value: UInt64, bits more: UInt64) {
    bits |= value << count
    count += more
    while count >= 8 {
      output.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      count -= 8
    }
  }
}
