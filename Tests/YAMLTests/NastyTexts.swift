import JSON

/// Texts that a reader of YAML may take for something else, the same ones for the same seed.
struct NastyTexts {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  /// One of the whole texts, or up to seven pieces in a row; seldom a text longer than a line may be.
  mutating func next() -> String {
    switch number(below: 40) {
    case 0: return String(repeating: piece() + "x", count: 600)
    case 1..<8: return Self.whole[number(below: Self.whole.count)]
    case 8..<16: return (0...number(below: 5)).map { _ in one(of: Self.numeric) }.joined()
    default: return (0...number(below: 7)).map { _ in piece() }.joined()
    }
  }

  /// 0 up to the bound, which it is not (SplitMix64).
  mutating func number(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  private mutating func piece() -> String { one(of: Self.pieces) }

  private mutating func one(of texts: [String]) -> String { texts[number(below: texts.count)] }

  private static let pieces = [
    "", " ", "  ", "a", "b c", "\n", "\n\n", "\t", ":", ": ", "#", " #", "-", "- ", "?", "? ", "'",
    "\"",
    "\\", "{", "}", "[", "]", ",", "&", "*", "!", "|", ">", "%", "@", "`", "~", "=", "<<", "---",
    "...",
    "\r", "\r\n", "\u{0}", "\u{7}", "\u{1B}", "\u{7F}", "\u{85}", "\u{9F}", "\u{A0}", "\u{2028}",
    "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}", "\u{10FFFF}", "\u{E000}", "ä", "😀", "漢",
    // These join the character before them, a space or a quote as well as a letter.
    "\u{301}", "\u{200D}", "\u{FE0F}", "\u{20E3}",
  ]

  private static let numeric = [
    "0", "1", "7", "8", "9", "60", "2001", "-", "+", ".", "_", ":", "e", "E", "e+", "x", "X", "o",
    "O", "b",
    "B", "f", "t", "Z", " ", "-12", "-1",
  ]

  private static let whole = [
    "", "y", "n", "Y", "yes", "No", "ON", "off", "true", "False", "null", "Null", "~", ".inf",
    "-.INF",
    "+.Inf", ".NaN", "=", "<<", "0644", "0o17", "0O17", "0x1F", "0X1F", "0b11", "-0B_1", "1_000",
    "-_1",
    "0_x1F", "1e3", "1E5_", ".5", "._5", "5.", "+1", "190:20:30", "-1:30.5", "2024-01-01",
    "2024-1-1 1:2:3",
    "2001-12-14t21:59:43.10-05:00", "\tx", "\tx\ny", "\n\tx\n", " x\ny", "x \ny\n", "x\n \ny",
    "x\n\n\n",
    "\n\nx", "x\n\t", "x\n#y\n", "- x\n- y", "x: y\n", "--- x", "...", "%YAML 1.1", "!!str x",
    "&a x", "*a",
    "a: \u{301}", "'\u{301}", " \u{301}x\ny", "key:\u{301} x", "a #\u{301}",
  ]
}

extension NastyTexts {
  /// A document with texts in every place that one can have, and now and then a number.
  mutating func value() -> JSON {
    let text = scalar()
    let key = next()
    let under = JSON.object(JSONObject([(key, text), (key + "2", JSON.array([text]))]))
    switch number(below: 4) {
    case 0: return text
    case 1: return [text, [text, [.string(key)]], under]
    case 2: return ["value": text, "under": under, "last": 1] as JSON
    default: return .object(JSONObject([(key, under), (key + "3", JSON.array([under, text]))]))
    }
  }

  private mutating func scalar() -> JSON {
    switch number(below: 12) {
    case 0: return .integer(Int64(number(below: .max)) - Int64.max / 2)
    case 1:
      let double = Double(bitPattern: UInt64(number(below: .max)) << 1)
      return double.isFinite ? .double(double) : .null
    default: return .string(next())
    }
  }
}

extension JSON {
  /// Whether both have the same characters: `==` also takes texts for the same that only look alike.
  func isWrittenLike(_ other: JSON?) -> Bool {
    other.map { text().utf8.elementsEqual($0.text().utf8) } ?? false
  }
}
