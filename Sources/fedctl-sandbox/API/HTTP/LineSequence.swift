import FlyingSocks
import JSON

/// A stream of JSON values as bytes, one value a line.
struct LineSequence: AsyncBufferedSequence {
  typealias Element = UInt8

  let values: AsyncStream<JSON>

  func makeAsyncIterator() -> Iterator { Iterator(values: values.makeAsyncIterator()) }

  /// Gives what is there, a line at a time, and waits for the next.
  struct Iterator: AsyncBufferedIteratorProtocol {
    fileprivate var values: AsyncStream<JSON>.Iterator

    /// Bytes come only line by line.
    mutating func next() async throws -> UInt8? { nil }

    mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
      guard let value = await values.next(isolation: #isolation) else { return nil }
      return value.bytes() + [UInt8(ascii: "\n")]
    }
  }
}
