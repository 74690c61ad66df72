/// Texts that must never be shown, wherever they turn up, and however they are quoted.
///
/// Redaction goes by value, not by place: a token that someone pasted into a ConfigMap or an
/// argument is hidden as well as one in a Secret. What a text says in JSON, in XML, in an address, in
/// base64 or in digits is looked through like the text itself, and so is what that says in turn: a
/// server that quotes a whole request in base64 quotes a Secret's base64 in base64. A text is gone
/// through once for each such reading, however many secrets there are: each place is looked up by
/// the eight bytes that begin there.
package struct SecretTexts: Sendable {
  /// What stands in place of a secret.
  package static let mark = "(sensitive)"
  /// Shorter texts, in bytes, are words that occur by chance.
  private static let shortest = 8
  /// How many encodings may lie over each other.
  private static let deepest = 4
  /// Longer texts, in bytes, are gone through in windows that overlap by a quarter.
  private static let window = 65_536

  /// The secrets and the lines of keys, as bytes: texts that Swift takes for equal differ in them.
  private var taken: Set<[UInt8]> = []
  /// All of them and the lines of keys, by their first eight bytes; of those that begin alike, the longest first.
  private var secrets: [UInt64: [[UInt8]]] = [:]
  /// Whether some secret begins with these two bytes; most places of a text need no further look.
  private var beginnings = [Bool](repeating: false, count: 65_536)
  /// Whether some secret has a space in it, which forms write as a plus.
  private var hasSpaces = false

  /// None yet.
  package init() {}

  /// Those of at least eight bytes; shorter ones are passed over.
  package init(_ secrets: some Sequence<String>) { insert(secrets) }

  /// From now on these are hidden, too.
  package mutating func insert(_ secrets: some Sequence<String>) {
    var added: Set<UInt64> = []
    for secret in secrets {
      let bytes = Array(secret.utf8)
      for text in [bytes] + Self.linesOfKey(bytes) {
        if let start = add(text) { added.insert(start) }
      }
    }
    for start in added { self.secrets[start]?.sort { $0.count > $1.count } }
  }

  /// A private key is also known by any one of its lines.
  private static func linesOfKey(_ secret: [UInt8]) -> [[UInt8]] {
    guard secret.starts(with: "-----BEGIN ".utf8) else { return [] }
    return secret.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      .filter { !$0.starts(with: "-----".utf8) }.map(Array.init)
  }

  /// Behind those that begin alike; tells how they begin, nil for one that is passed over or there already.
  ///
  /// Tokens of all clusters begin alike, so that none may be looked for among the others.
  private mutating func add(_ secret: [UInt8]) -> UInt64? {
    guard let start = Self.window(of: secret, at: 0), taken.insert(secret).inserted else {
      return nil
    }
    secrets[start, default: []].append(secret)
    beginnings[Int(start >> 48)] = true
    hasSpaces = hasSpaces || secret.contains(32)
    return start
  }

  /// The text with every secret in it replaced by the mark; those that overlap become one.
  package func redact(_ text: String) -> String {
    guard !secrets.isEmpty else { return text }
    let bytes = Array(text.utf8)
    let places = Self.joined(
      stride(from: 0, to: bytes.count, by: Self.window / 4 * 3).flatMap { start in
        var seen = SeenReadings()
        let window = start..<min(bytes.count, start + Self.window)
        return self.places(in: Reading(of: bytes, in: window), deepest: Self.deepest, &seen)
      }
    )
    guard !places.isEmpty else { return text }
    var shown: [UInt8] = []
    var end = 0
    for place in places {
      shown += bytes[end..<place.lowerBound]
      shown += Array(Self.mark.utf8)
      end = place.upperBound
    }
    return String(decoding: shown + bytes[end...], as: UTF8.self)
  }

  /// From the left; those that overlap or touch become one.
  private static func joined(_ places: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for place in places.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, place.lowerBound <= last.upperBound {
        joined[joined.count - 1] =
          last.lowerBound..<max(last.upperBound, place.upperBound)
      } else {
        joined.append(place)
      }
    }
    return joined
  }

  /// Where secrets are in the text that a reading is of, in no order.
  private func places(
    in reading: Reading,
    deepest: Int,
    _ seen: inout SeenReadings,
  ) -> [Range<Int>] {
    var found = matches(in: reading.bytes).map(reading.place)
    guard deepest > 0 else { return found }
    let whole = [
      reading.withoutBackslashes, reading.withoutEntities, reading.withoutPercents,
      hasSpaces ? reading.withoutPluses : nil,
    ]
    let deeper = whole.compactMap(\.self).filter { seen.isNew($0) }
    for next in deeper + reading.fromBase64(&seen) + reading.fromHexadecimal(&seen) {
      found += places(in: next, deepest: deepest - 1, &seen)
    }
    return found
  }

  private func matches(in bytes: [UInt8]) -> [Range<Int>] {
    guard bytes.count >= Self.shortest else { return [] }
    var matches: [Range<Int>] = []
    for start in 0...(bytes.count - Self.shortest)
    where beginnings[Int(bytes[start]) << 8 | Int(bytes[start + 1])] {
      let length = Self.window(of: bytes, at: start).flatMap { secrets[$0] }?
        .compactMap { Self.length(of: $0, in: bytes[start...]) }.max()
      if let length { matches.append(start..<start + length) }
    }
    return matches
  }

  /// How much of a text is a secret, which it begins with; nil for nothing.
  ///
  /// Somebody may have cut it short: half a key with nothing behind it is hidden, too.
  private static func length(of secret: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    let same = zip(secret, text).prefix { $0 == $1 }.count
    if same == secret.count { return same }
    guard same >= shortestPart, isOneWord(secret), same * 4 >= secret.count || same >= 32,
      text.dropFirst(same).first.map(isOfWord) != true
    else { return nil }
    return same
  }

  /// Beginnings of secrets that are shorter, in bytes, say little.
  private static let shortestPart = 16

  /// Whether a secret is nothing but a key or a token, so that its beginning says as much as any of it.
  private static func isOneWord(_ secret: [UInt8]) -> Bool {
    secret.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: ":") }
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    HexDigit.value(byte) != nil || (65...90).contains(byte) || (97...122).contains(byte)
  }

  /// Eight bytes as one number, the first the highest; nil where there are fewer.
  private static func window(of bytes: [UInt8], at start: Int) -> UInt64? {
    guard bytes.count >= start + shortest else { return nil }
    return bytes[start..<(start + shortest)].reduce(0) { $0 << 8 | UInt64($1) }
  }
}
