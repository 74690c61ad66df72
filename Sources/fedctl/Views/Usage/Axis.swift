import Usage

/// Round numbers along an axis, and where values stand on it.
struct Axis {
  /// The least and the greatest that has a place.
  let low: Double
  let high: Double
  /// Round numbers from `low` to `high`.
  let ticks: [Double]

  /// From values of a unit; from zero where `fromZero` says so, or they are not close to each other.
  init(_ values: [Double], _ unit: Measure.Unit, fromZero: Bool = true) {
    let finite = values.filter(\.isFinite)
    let (least, greatest) = (finite.min() ?? 0, finite.max() ?? 0)
    let base = fromZero || least < greatest * 0.7 ? min(0, least) : least
    let span = greatest > base ? greatest - base : max(greatest.magnitude, 1e-9)
    let step = Self.step(for: span / 4, Self.prefix(of: max(greatest.magnitude, span), unit))
    low = (base / step).rounded(.down) * step
    let count = max(1, Int(((greatest - low) / step).rounded(.up)))
    high = low + Double(count) * step
    ticks = (0...count).map { [low] in low + Double($0) * step }
  }

  /// The prefix in which bytes of a size are told; of everything else numbers are round in any.
  private static func prefix(of size: Double, _ unit: Measure.Unit) -> Double {
    guard unit == .bytes else { return 1 }
    var scale = 1.0
    while size / scale >= 1023.5 { scale *= 1024 }
    return scale
  }

  /// 1, 2 or 5 of a prefix, or of its tens or tenths.
  private static func step(for size: Double, _ scale: Double) -> Double {
    var power = 1.0
    while power * 10 * scale <= size { power *= 10 }
    while power * scale > size { power /= 10 }
    let factor = [1.0, 2, 5, 10].first { $0 * power * scale >= size } ?? 10
    return factor * power * scale
  }

  /// From 0 at `low` to 1 at `high`.
  func share(of value: Double) -> Double { (value - low) / (high - low) }
}

/// Coordinates of pictures.
enum Coordinate {
  /// To a tenth of a pixel, so that pages are the same everywhere.
  static func text(_ value: Double) -> String {
    let text = Amount.fixed(value, places: 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
