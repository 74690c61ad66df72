import JSON

/// Writes the quantities of a container's or claim's `resources` as the server stores them.
func canonicalResources(_ holder: inout JSONObject) {
  holder.edit("resources") { resources in
    for part in ["requests", "limits"] {
      resources.edit(part) { quantities in
        for key in quantities.keys {
          guard let text = quantities[key].flatMap({ $0.stringValue ?? $0.text() }) else {
            continue
          }
          quantities[key] = .string(canonicalQuantity(text))
        }
      }
    }
  }
}

/// A quantity with the largest suffix that leaves it whole: `1024Mi` is `1Gi`, `0.5` is `500m`.
///
/// What cannot be read so comes back as it is.
func canonicalQuantity(_ text: String) -> String {
  let digits = text.prefix { $0.isNumber || $0 == "." }
  let suffix = String(text.dropFirst(digits.count))
  if let power = binary.firstIndex(of: suffix), power > 0, let number = Int(digits) {
    return scaled(number, binary, from: power, by: 1024)
  }
  guard let power = decimal.firstIndex(of: suffix), let thousandths = thousandths(digits) else {
    return text
  }
  guard power > 0 else {
    return thousandths % 1000 == 0 ? scaled(thousandths / 1000, decimal, from: 0, by: 1000) : text
  }
  return scaled(thousandths, decimal, from: power - 1, by: 1000)
}

private let binary = ["", "Ki", "Mi", "Gi", "Ti", "Pi"]
private let decimal = ["m", "", "k", "M", "G", "T", "P"]

private func scaled(_ number: Int, _ suffixes: [String], from power: Int, by step: Int) -> String {
  guard number != 0 else { return "0" }
  var (number, power) = (number, power)
  while number % step == 0, power + 1 < suffixes.count {
    number /= step
    power += 1
  }
  return "\(number)\(suffixes[power])"
}

private func thousandths(_ text: Substring) -> Int? {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  guard let whole = Int(parts.first ?? ""), parts.count <= 2 else { return nil }
  let fraction = parts.count > 1 ? parts[1] : ""
  guard fraction.count <= 3, fraction.isEmpty || Int(fraction) != nil else { return nil }
  let padded = fraction + String(repeating: "0", count: 3 - fraction.count)
  return whole * 1000 + (Int(padded) ?? 0)
}
