/// What runs of digits in a text say: base64 and hexadecimal ones.
extension Reading {
  /// Shorter runs can hold no secret.
  private static let shortestBase64 = 11
  private static let shortestHexadecimal = 16

  /// Each run of base64's digits, in either alphabet, from each of the four places where a group may begin: nobody
  /// knows what stands before a secret in it.
  func fromBase64(_ seen: inout SeenReadings) -> [Reading] {
    runs(of: { Self.base64Value($0) != nil }, atLeast: Self.shortestBase64)
      .filter { seen.isNew($0, of: self) }
      .flatMap { run in (0..<4).map { decodingBase64(run.dropFirst($0)) } }
  }

  /// Padding belongs to what it pads.
  private func decodingBase64(_ run: Range<Int>) -> Reading {
    var decoded = Reading()
    var bits = 0
    var held = 0
    let padding = bytes[run.upperBound...].prefix(2).prefix { $0 == UInt8(ascii: "=") }.count
    for place in run {
      bits = (bits << 6 | Int(Self.base64Value(bytes[place]) ?? 0)) & 0xFFFF
      held += 6
      guard held >= 8 else { continue }
      held -= 8
      let end = place + 1 + (place == run.upperBound - 1 ? padding : 0)
      // Its first bits are the last ones of the digit before.
      decoded.append(UInt8(truncatingIfNeeded: bits >> held), by: self.place(of: place - 1..<end))
    }
    return decoded
  }

  private static func base64Value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): digit - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }

  /// Each run of hexadecimal digits, from its first and from its second.
  func fromHexadecimal(_ seen: inout SeenReadings) -> [Reading] {
    let all = runs(of: { HexDigit.value($0) != nil }, atLeast: Self.shortestHexadecimal)
    // One digit less, for as base64 the whole run may have been seen.
    return all.filter { seen.isNew($0.dropLast(), of: self) }.flatMap { run in
      (0..<2).map { start in
        var decoded = Reading()
        for place in stride(from: run.lowerBound + start, to: run.upperBound - 1, by: 2) {
          let high = HexDigit.value(bytes[place]) ?? 0
          let low = HexDigit.value(bytes[place + 1]) ?? 0
          decoded.append(high << 4 | low, by: self.place(of: place..<place + 2))
        }
        return decoded
      }
    }
  }

  /// Where bytes of a kind stand side by side, at least so many.
  private func runs(of isOfKind: (UInt8) -> Bool, atLeast count: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = 0
    for place in 0...bytes.count where place == bytes.count || !isOfKind(bytes[place]) {
      if place - start >= count { runs.append(start..<place) }
      start = place + 1
    }
    return runs
  }
}

/// Digits to the base sixteen, in capitals or small letters.
enum HexDigit {
  /// nil for another character.
  static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
