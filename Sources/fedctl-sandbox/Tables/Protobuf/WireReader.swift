/// Reads the fields of one encoded message.
struct WireReader: Sendable {
  /// A field's bytes as the wire format types them.
  enum Value: Sendable {
    case number(UInt64)
    case bytes(ArraySlice<UInt8>)
  }

  /// The bytes end too early, or are no protobuf.
  struct Malformed: Error {}

  private var rest: ArraySlice<UInt8>

  /// Reads from the first byte on.
  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// The next field's number and value; nil at the end.
  mutating func next() throws(Malformed) -> (field: Int, value: Value)? {
    guard !rest.isEmpty else { return nil }
    let tag = try varint()
    let field = Int(truncatingIfNeeded: tag >> 3)
    switch tag & 7 {
    case 0: return (field, .number(try varint()))
    case 2: return (field, .bytes(try take(try varint())))
    default: throw Malformed()
    }
  }

  /// Up to ten bytes, seven bits each, the lowest first.
  private mutating func varint() throws(Malformed) -> UInt64 {
    var result: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      guard let byte = rest.popFirst() else { throw Malformed() }
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return result }
    }
    throw Malformed()
  }

  /// Refuses more bytes than there are.
  private mutating func take(_ count: UInt64) throws(Malformed) -> ArraySlice<UInt8> {
    guard count <= UInt64(rest.count) else { throw Malformed() }
    defer { rest = rest.dropFirst(Int(count)) }
    return rest.prefix(Int(count))
  }
}
