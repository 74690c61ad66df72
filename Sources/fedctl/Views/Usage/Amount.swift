import Usage

/// A number with its unit as people read it: three digits, and a prefix in place of zeros.
///
/// Bytes of memory and disks have prefixes of 1024 and their unit (IEC 80000-13: `KiB`, `MiB`); everything else those of
/// 1000, with the unit above the column: `62.3k` bytes a second, `250m` cores as Kubernetes writes them.
enum Amount {
  private static let binary = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
  private static let decimal = ["", "k", "M", "G", "T", "P", "E"]
  private static let small = ["", "m", "µ", "n"]

  /// Without the name of what is counted.
  static func text(_ value: Double, _ unit: Measure.Unit) -> String {
    switch unit {
    case .cores: value.magnitude < 1 ? smaller(value) : scaled(value, by: 1000, decimal, space: "")
    case .bytes: scaled(value, by: 1024, binary, space: " ")
    case .bytesPerSecond, .perDay, .count: scaled(value, by: 1000, decimal, space: "")
    }
  }

  /// With its sign, which zero has none of.
  static func difference(_ value: Double, _ unit: Measure.Unit) -> String {
    let text = text(value, unit)
    return value > 0 && text.contains(where: { ("1"..."9").contains($0) }) ? "+\(text)" : text
  }

  /// A share of something as `+12.5 %`; `–` where there was nothing to be a share of.
  static func relative(_ share: Double?) -> String {
    guard let share else { return "–" }
    let text = digits(share * 100)
    return (share > 0 && text != "0.00" ? "+" : "") + "\(text) %"
  }

  /// A number of things that may be a mean: `3`, `3.25`.
  static func count(_ value: Double) -> String {
    value == value.rounded() ? fixed(value, places: 0) : digits(value)
  }

  /// Three digits: `1.23`, `12.3`, `123`; those before the point are never dropped.
  static func digits(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    let size = value.magnitude
    return fixed(value, places: size < 9.995 ? 2 : size < 99.95 ? 1 : 0)
  }

  /// Rounded to some places behind the point.
  static func fixed(_ value: Double, places: Int) -> String {
    let factor = [1, 10, 100, 1000][min(max(places, 0), 3)]
    let rounded = (value.magnitude * Double(factor)).rounded()
    guard rounded < 1e15 else { return "\(value)" }
    let whole = Int(rounded)
    let sign = value < 0 && whole > 0 ? "-" : ""
    guard places > 0 else { return "\(sign)\(whole)" }
    let rest = String(whole % factor)
    let zeros = String(repeating: "0", count: max(0, places - rest.count))
    return "\(sign)\(whole / factor).\(zeros)\(rest)"
  }

  /// With the largest prefix that leaves at least one.
  private static func scaled(
    _ value: Double,
    by base: Double,
    _ prefixes: [String],
    space: String,
  ) -> String {
    var (rest, place) = (value, 0)
    // What would be rounded to 1000 has the next prefix.
    while rest.magnitude >= (base == 1000 ? 999.5 : 1023.5), place + 1 < prefixes.count {
      rest /= base
      place += 1
    }
    let text = place == 0 && rest == rest.rounded() ? fixed(rest, places: 0) : digits(rest)
    return text + space + prefixes[place]
  }

  /// With the prefix that leaves a number from 1 up, where there is one.
  private static func smaller(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    var (rest, place) = (value, 0)
    while rest.magnitude < 0.9995, place + 1 < small.count {
      rest *= 1000
      place += 1
    }
    return digits(rest) + small[place]
  }
}
