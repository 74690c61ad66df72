/// An amount as Kubernetes writes it: `500m`, `1Gi`, `0.5`, `1e3`.
///
/// Held as a whole number of thousandths, so that what the API server stores can be foretold.
/// Finer fractions are rounded up, as there.
struct Quantity: Hashable, Sendable {
  /// How the number was written, which decides how it is written again.
  private enum Format: Hashable {
    case binary
    case decimal
    case exponent
  }

  private let thousandths: Int
  private let format: Format

  private static let binary = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]
  private static let decimal = ["k", "M", "G", "T", "P", "E"]

  /// nil for text that is no quantity, is negative or does not fit.
  init?(_ text: String) {
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let (scale, format) = Self.scale(of: text.dropFirst(number.count)),
      let thousandths = Self.thousandths(number, scale)
    else { return nil }
    self.thousandths = thousandths
    self.format = format
  }

  /// The factor of a suffix as multiplier and divisor.
  private typealias Scale = (multiplier: Int, divisor: Int)

  /// nil for a suffix that quantities do not have.
  private static func scale(of suffix: Substring) -> (Scale, Format)? {
    let suffix = String(suffix)
    if suffix.isEmpty { return ((1, 1), .decimal) }
    if suffix == "m" { return ((1, 1000), .decimal) }
    if suffix == "u" { return ((1, 1_000_000), .decimal) }
    if suffix == "n" { return ((1, 1_000_000_000), .decimal) }
    if let power = binary.firstIndex(of: suffix) {
      return ((1 << (10 * (power + 1)), 1), .binary)
    }
    if let power = decimal.firstIndex(of: suffix) {
      return ((Self.powerOfTen(3 * (power + 1)), 1), .decimal)
    }
    guard suffix.hasPrefix("e") || suffix.hasPrefix("E"), let power = Int(suffix.dropFirst()),
      (-9...18).contains(power)
    else { return nil }
    let factor = powerOfTen(abs(power))
    return (power < 0 ? (1, factor) : (factor, 1), .exponent)
  }

  /// Exact, as far as an integer goes.
  private static func powerOfTen(_ power: Int) -> Int {
    (0..<power).reduce(1) { product, _ in product * 10 }
  }

  /// nil for what is no number, or too large to be one.
  private static func thousandths(_ number: Substring, _ scale: Scale) -> Int? {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), number.contains(where: \.isNumber) else { return nil }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard fraction.count <= 9, let digits = Int(parts[0] + fraction) else { return nil }
    let divisor = scale.divisor.multipliedReportingOverflow(by: powerOfTen(fraction.count))
    guard !divisor.overflow else { return nil }
    let product = digits.multipliedFullWidth(by: scale.multiplier)
    guard product.high == 0, let whole = Int(exactly: product.low) else { return nil }
    let scaled = whole.multipliedFullWidth(by: 1000)
    guard scaled.high < divisor.partialValue else { return nil }
    let (quotient, remainder) = divisor.partialValue.dividingFullWidth(scaled)
    return quotient + (remainder > 0 ? 1 : 0)
  }

  /// The form in which the API server stores the amount.
  var canonical: String {
    guard thousandths > 0 else { return "0" }
    let (whole, fraction) = thousandths.quotientAndRemainder(dividingBy: 1000)
    switch format {
    case .binary where fraction == 0 && whole >= 1024: return Self.text(whole, 1024, Self.binary)
    case .exponent: return exponentText
    case _ where fraction > 0: return "\(thousandths)m"
    default: return Self.text(whole, 1000, Self.decimal)
    }
  }

  /// As `1e3`.
  private var exponentText: String {
    var number = thousandths
    var power = -3
    while number.isMultiple(of: 1000) {
      number /= 1000
      power += 3
    }
    return power == 0 ? "\(number)" : "\(number)e\(power)"
  }

  /// The largest suffix that leaves a whole number.
  private static func text(_ number: Int, _ base: Int, _ suffixes: [String]) -> String {
    var number = number
    var suffix = ""
    for next in suffixes where number.isMultiple(of: base) {
      number /= base
      suffix = next
    }
    return "\(number)\(suffix)"
  }

  /// Of a number of bytes, rounded down.
  var mebibytes: Int { thousandths / 1000 / 1_048_576 }

  /// Whatever the suffix.
  var isZero: Bool { thousandths == 0 }
}

extension Quantity: Comparable {
  static func < (left: Self, right: Self) -> Bool { left.thousandths < right.thousandths }
}

extension TextForm {
  private static let quantityPattern = "^[0-9.]+([numkMGTPE]|[KMGTPE]i|[eE][-+]?[0-9]+)?$"

  static let quantity = TextForm(pattern: quantityPattern, acceptsNumbers: true, example: "500m") {
    text in
    guard Quantity(text) == nil else { return nil }
    return .quantity(text)
  }

  /// A quantity that is more than nothing.
  static let size = TextForm(pattern: quantityPattern, acceptsNumbers: true, example: "10Gi") {
    text in
    guard let quantity = Quantity(text) else { return quantity.flaw(text) }
    return quantity.isZero ? .noSize : nil
  }
}
