/// Bytes that a text says, plainly or in some encoding, and where in the text each of them is said.
struct Reading {
  private(set) var bytes: [UInt8] = []
  /// For each byte the bytes of the text that say it; those of neighbours may share one, as in base64.
  private var places: [Range<Int>] = []

  /// Nothing yet.
  init() {}

  /// A piece of a text as it stands.
  init(of text: [UInt8], in piece: Range<Int>) {
    bytes = Array(text[piece])
    places = piece.map { $0..<$0 + 1 }
  }

  /// Where in the text a piece of it is said; the piece is not empty.
  func place(of piece: Range<Int>) -> Range<Int> {
    guard let last = piece.last, places.indices.contains(piece.lowerBound), last < places.count
    else { return 0..<0 }
    return places[piece.lowerBound].lowerBound..<places[last].upperBound
  }

  /// Adds what a piece of another reading says.
  mutating func append(_ said: some Sequence<UInt8>, by piece: Range<Int>, of other: Reading) {
    let place = other.place(of: piece)
    for byte in said { append(byte, by: place) }
  }

  /// Adds a byte that is said at a place of the text.
  mutating func append(_ byte: UInt8, by place: Range<Int>) {
    bytes.append(byte)
    places.append(place)
  }

  /// Adds a piece of another reading as it stands.
  private mutating func append(_ piece: Range<Int>, of other: Reading) {
    bytes += other.bytes[piece]
    places += other.places[piece]
  }

  /// With pieces replaced that begin with `mark` and stand for something else; nil where there are none.
  ///
  /// `decode` gets what begins with the mark and tells the bytes that it stands for, and how long it is.
  func decoding(
    _ mark: UInt8,
    _ decode: (ArraySlice<UInt8>) -> (said: [UInt8], length: Int)?,
  ) -> Reading? {
    guard bytes.contains(mark) else { return nil }
    var decoded = Reading()
    var place = 0
    var isChanged = false
    while let next = bytes[place...].firstIndex(of: mark) {
      let found = decode(bytes[next...])
      isChanged = isChanged || found != nil
      decoded.append(place..<(found == nil ? next + 1 : next), of: self)
      if let found { decoded.append(found.said, by: next..<next + found.length, of: self) }
      place = next + (found?.length ?? 1)
    }
    decoded.append(place..<bytes.count, of: self)
    return isChanged ? decoded : nil
  }
}

/// What has been looked at in one text: kinds of escapes can be taken away in any order, with one outcome.
struct SeenReadings {
  private struct Said: Hashable {
    let bytes: ArraySlice<UInt8>
    let place: Range<Int>
  }

  private var seen: Set<Said> = []

  /// Whether this is the first reading that says so much at that place.
  mutating func isNew(_ reading: Reading) -> Bool { isNew(reading.bytes.indices, of: reading) }

  /// The same of a piece of a reading.
  mutating func isNew(_ piece: Range<Int>, of reading: Reading) -> Bool {
    seen.insert(Said(bytes: reading.bytes[piece], place: reading.place(of: piece))).inserted
  }
}
