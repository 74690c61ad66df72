/// Many objects in little room: of each only what differs from the one before, as listings are in
/// the order of their keys.
///
/// Some ten bytes for an object of Thanos', and its version's id where there is one.
package struct ObjectList: Sendable {
  package private(set) var count = 0
  private var bytes: [UInt8] = []
  private var last: [UInt8] = []

  package init() {}

  /// Bytes that it takes up.
  var size: Int { bytes.count }

  mutating func append(contentsOf other: ObjectList) {
    for batch in other.batches(of: S3Client.batchSize) {
      for object in batch { append(object) }
    }
  }

  /// Keys share their beginning with the one before.
  mutating func append(_ object: S3Object) {
    let key = Array(object.key.utf8)
    let shared = zip(key, last).prefix { $0 == $1 }.count
    append(number: shared)
    append(text: key[shared...])
    let version = object.versionID.map { Array($0.utf8) }
    append(number: version == nil ? 0 : 1)
    if let version { append(text: version[...]) }
    append(number: object.size)
    last = key
    count += 1
  }

  /// The objects again, up to so many at a time.
  func batches(of size: Int) -> some Sequence<[S3Object]> {
    sequence(state: Reader(bytes[...])) { reader in
      var batch: [S3Object] = []
      while batch.count < size, let object = reader.next() { batch.append(object) }
      return batch.isEmpty ? nil : batch
    }
  }

  private mutating func append(text: ArraySlice<UInt8>) {
    append(number: text.count)
    bytes += text
  }

  /// Seven bits a byte, the lowest first.
  private mutating func append(number: Int) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Goes through the list without unpacking it whole.
  private struct Reader {
    private var rest: ArraySlice<UInt8>
    private var key: [UInt8] = []

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    mutating func next() -> S3Object? {
      guard !rest.isEmpty else { return nil }
      let shared = number()
      key.removeLast(max(0, key.count - shared))
      key += text()
      let version = number() == 0 ? nil : String(decoding: text(), as: UTF8.self)
      return S3Object(
        key: String(decoding: key, as: UTF8.self),
        versionID: version,
        size: number(),
      )
    }

    private mutating func text() -> ArraySlice<UInt8> {
      let count = number()
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count)
    }

    private mutating func number() -> Int {
      var (number, shift) = (0, 0)
      while let byte = rest.popFirst() {
        number |= Int(byte & 0x7F) << shift
        if byte < 0x80 { break }
        shift += 7
      }
      return number
    }
  }
}
