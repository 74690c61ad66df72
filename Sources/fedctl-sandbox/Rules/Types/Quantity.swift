/// An amount as Kubernetes writes it: `1.5Gi`, `500m`, `1e3`.
struct Quantity: Comparable, Sendable {
  /// Why a text is no quantity, in Go's words.
  enum Unreadable: String, Error {
    case form =
      "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
    case suffix = "unable to parse quantity's suffix"
  }

  /// How a quantity was written, in which form it is also kept.
  private enum Form { case decimal, binary, exponent }

  /// In billionths, the finest that a quantity is kept in.
  private let billionths: Int128
  private let form: Form

  /// Reads a quantity; throws for what the API server cannot read.
  ///
  /// What is finer than a billionth is rounded up.
  init(_ text: String) throws(Unreadable) {
    var rest = Substring(text)
    let isNegative = rest.hasPrefix("-")
    if isNegative || rest.hasPrefix("+") { rest = rest.dropFirst() }
    let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let suffix = String(rest.dropFirst(number.count))
    let letters = suffix.drop { "eEinumkKMGTP".contains($0) }
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard !number.isEmpty, parts.count <= 2, number != ".", Self.isExponent(letters) else {
      throw .form
    }
    let fraction = parts.count > 1 ? parts[1] : ""
    guard let digits = Int128(parts[0] + fraction), let (scale, form) = Self.scale(suffix) else {
      throw .suffix
    }
    var divisor: Int128 = 1
    for _ in fraction.prefix(30) { divisor *= 10 }
    // Larger than anything that is measured counts as the largest there is.
    let (product, overflow) = digits.multipliedReportingOverflow(by: scale)
    // What is finer than a billionth counts as one more.
    let amount = overflow ? Int128.max : (product + divisor - 1) / divisor
    billionths = isNegative ? -amount : amount
    self.form = form
  }

  /// Whether what follows the letters of a suffix is a number with a sign, or nothing.
  private static func isExponent(_ text: Substring) -> Bool {
    text.drop { $0 == "-" || $0 == "+" }.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// What a suffix multiplies with, in billionths.
  private static func scale(_ suffix: String) -> (Int128, Form)? {
    if let power = binarySuffixes.firstIndex(of: suffix), power > 0 {
      return (power128(1024, power) * 1_000_000_000, .binary)
    }
    if let power = decimalSuffixes.firstIndex(of: suffix) {
      return (power128(1000, power), .decimal)
    }
    guard suffix.first == "e" || suffix.first == "E", let power = Int(suffix.dropFirst()),
      (-9...18).contains(power)
    else { return nil }
    return (power128(10, power + 9), .exponent)
  }

  static func < (left: Quantity, right: Quantity) -> Bool { left.billionths < right.billionths }

  static func == (left: Quantity, right: Quantity) -> Bool {
    left.billionths == right.billionths
  }

  /// Nothing of anything.
  static let zero = Quantity(billionths: 0)

  /// The whole value, in the smallest unit that quantities have.
  private init(billionths: Int128) {
    self.billionths = billionths
    form = .decimal
  }

  /// As the server keeps it: with the largest suffix that leaves the number whole.
  var canonical: String {
    guard billionths != 0 else { return "0" }
    let whole = billionths / 1_000_000_000
    switch form {
    case .binary where whole.magnitude >= 1024:
      return Self.scaled(whole, Self.binarySuffixes, by: 1024)
    case .binary, .decimal: return Self.scaled(billionths, Self.decimalSuffixes, by: 1000)
    case .exponent:
      let exponents = ["e-9", "e-6", "e-3", "", "e3", "e6", "e9", "e12", "e15", "e18"]
      return Self.scaled(billionths, exponents, by: 1000)
    }
  }

  /// A number with the largest suffix that leaves it whole.
  private static func scaled(_ number: Int128, _ suffixes: [String], by step: Int128) -> String {
    var (number, power) = (number, 0)
    while number % step == 0, power + 1 < suffixes.count {
      number /= step
      power += 1
    }
    return "\(number)\(suffixes[power])"
  }

  /// Each 1024 times the one before.
  private static let binarySuffixes = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]
  /// From billionths up, each 1000 times the one before.
  private static let decimalSuffixes = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"]
}

/// Exact, since quantities are.
private func power128(_ base: Int128, _ power: Int) -> Int128 {
  (0..<power).reduce(1) { result, _ in result * base }
}
