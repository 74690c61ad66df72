/// How much a volume holds, as the API writes it: `50Gi`, `1500M`, `1e9`.
///
/// Only for comparison: sizes beyond what a double tells apart are not asked for.
package struct StorageSize: Hashable, Sendable {
  private let bytes: Double

  /// nil for what is no quantity.
  package init?(_ text: String) {
    let number = text.prefix { $0.isNumber || $0 == "." }
    let suffix = String(text.dropFirst(number.count))
    guard let value = Double(number) else { return nil }
    if let unit = Self.units[suffix] {
      bytes = value * unit
    } else if suffix.first == "e" || suffix.first == "E", let whole = Double(text) {
      bytes = whole
    } else {
      return nil
    }
  }

  private static let units: [String: Double] = [
    "": 1, "m": 1e-3, "k": 1e3, "M": 1e6, "G": 1e9, "T": 1e12, "P": 1e15, "E": 1e18,
    "Ki": 0x1p10, "Mi": 0x1p20, "Gi": 0x1p30, "Ti": 0x1p40, "Pi": 0x1p50, "Ei": 0x1p60,
  ]
}

extension StorageSize: Comparable {
  package static func < (left: Self, right: Self) -> Bool { left.bytes < right.bytes }
}
