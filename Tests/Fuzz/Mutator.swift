/// Numbers that look like chance and are the same for the same seed.
struct Xorshift: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

/// Makes inputs of good ones: a few changes each, now of bits, now of pieces, now of whole words.
struct Mutator {
  private let seeds: [[UInt8]]
  private let words: [[UInt8]]
  private var random: Xorshift

  /// No input is longer: what is wrong of long ones is wrong of short ones, but for what is told to be long.
  private static let lengthLimit = 4_096
  /// What readers have stumbled over, anywhere.
  private static let common = [
    "\u{0}", "\u{FEFF}", "\u{301}", "\u{202E}", "\u{1B}[31m", "\r\n", "\r", "\n\n", "\t", "  ",
    "\u{85}", "\u{2028}",
    "-1", "-0", "1e999", "9223372036854775808", "18446744073709551616", "0x7fffffffffffffff",
    "1_000", ".inf", ".nan",
    "null", "~", "\"", "'", "\\", "\\ud800", "\\u0000", "\\", "[", "]", "{", "}", ":", ": ", "- ",
    ",", "#", "&a ", "*a",
    "<<: *a", "? ", "| ", ">-\n", "!!binary ", "!x ", "%YAML 9.9\n", "---\n", "...\n", "<", ">",
    "&#0;", "&#x110000;",
    "]]>", "<![CDATA[", "<!DOCTYPE a>", "<?xml?>", "-----BEGIN X-----\n", "=", "==", "\u{10FFFF}",
    "é", "👩‍👩‍👧",
  ].map { Array($0.utf8) }

  init(seeds: [String], words: [String], random: Xorshift) {
    self.seeds = seeds.map { Array($0.utf8) }
    self.words = words.map { Array($0.utf8) } + Self.common
    self.random = random
  }

  /// The next input.
  mutating func next() -> [UInt8] {
    var input = seeds.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...4, using: &random) { change(&input) }
    return Array(input.prefix(Self.lengthLimit))
  }

  private mutating func change(_ input: inout [UInt8]) {
    let place = Int.random(in: 0...input.count, using: &random)
    let end = min(input.count, place + Int.random(in: 0...32, using: &random))
    switch Int.random(in: 0..<9, using: &random) {
    case 0 where place < input.count: input[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 1 where place < input.count: input[place] = UInt8.random(in: 0...255, using: &random)
    case 2: input.removeSubrange(place..<end)
    case 3: input.insert(contentsOf: input[place..<end], at: place)
    case 4: splice(&input, at: place)
    case 5: repeatPiece(&input, at: place)
    case 6: input.removeSubrange(place...)
    default: input.insert(contentsOf: words.randomElement(using: &random) ?? [], at: place)
    }
  }

  /// The rest of another seed.
  private mutating func splice(_ input: inout [UInt8], at place: Int) {
    let other = seeds.randomElement(using: &random) ?? []
    let start = Int.random(in: 0...other.count, using: &random)
    input.replaceSubrange(place..., with: other[start...])
  }

  /// One word many times: what nests, nests deep.
  private mutating func repeatPiece(_ input: inout [UInt8], at place: Int) {
    let word = words.randomElement(using: &random) ?? []
    let count = Int.random(in: 2...600, using: &random)
    input.insert(contentsOf: Array(repeating: word, count: count).joined(), at: place)
  }
}
