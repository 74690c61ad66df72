import FoundationEssentials

/// Samples as a remote write carries them: version 1 of Prometheus' protocol, protobuf in a block of snappy.
package struct WriteRequest: Hashable, Sendable {
  /// The series, each with its samples in the order of time; labels with `__name__`.
  package let series: [Series]

  package init(_ series: [Series]) { self.series = series }

  /// The headers that say what the body is.
  package static let headers = [
    (name: "Content-Type", value: "application/x-protobuf"),
    (name: "Content-Encoding", value: "snappy"),
    (name: "X-Prometheus-Remote-Write-Version", value: "0.1.0"),
  ]

  /// The body; of a request without a series, one that says so.
  package var body: [UInt8] { Self.snappy(series.flatMap(Self.message)) }

  /// A TimeSeries, as a member of the request.
  private static func message(_ series: Series) -> [UInt8] {
    let labels = series.labels.sorted { $0.key < $1.key }.flatMap { label in
      field(1, text(1, label.key) + text(2, label.value))
    }
    let samples = series.points.flatMap { point in
      field(2, number(1, point.value) + time(2, point.time))
    }
    return field(1, labels + samples)
  }

  // MARK: Protobuf

  /// A member that is a message, or text.
  private static func field(_ number: UInt8, _ content: [UInt8]) -> [UInt8] {
    [number << 3 | 2] + variable(UInt64(content.count)) + content
  }

  private static func text(_ number: UInt8, _ text: String) -> [UInt8] {
    field(number, Array(text.utf8))
  }

  private static func number(_ number: UInt8, _ value: Double) -> [UInt8] {
    [number << 3 | 1] + (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> ($0 * 8)) }
  }

  /// Milliseconds since 1970.
  private static func time(_ number: UInt8, _ time: Date) -> [UInt8] {
    let milliseconds = Int64((time.timeIntervalSince1970 * 1_000).rounded())
    return [number << 3] + variable(UInt64(bitPattern: milliseconds))
  }

  /// Seven bits a byte, the lowest first.
  private static func variable(_ number: UInt64) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }

  // MARK: Snappy

  /// A block that says its length and then everything as it is: requests here are small.
  private static func snappy(_ bytes: [UInt8]) -> [UInt8] {
    var block = variable(UInt64(bytes.count))
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(1 << 16)
      let length = piece.count - 1
      // A literal whose length stands in two bytes.
      block += [61 << 2, UInt8(length & 0xFF), UInt8(length >> 8)] + piece
      rest = rest.dropFirst(piece.count)
    }
    return block
  }
}
