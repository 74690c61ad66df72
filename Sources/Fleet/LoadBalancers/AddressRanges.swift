extension TextForm {
  /// A network in CIDR notation, of either family.
  static let addressRange = TextForm(pattern: "^[0-9a-fA-F:.]+/[0-9]+$", example: "10.0.0.0/8") {
    text in
    guard !isRange(text) else { return nil }
    return .addressRange(text)
  }

  /// An address and a number of bits, of IPv4 or IPv6.
  private static func isRange(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let length = Int(parts[1]), "\(length)" == parts[1] else {
      return false
    }
    if parts[0].contains(":") {
      return (0...128).contains(length) && parts[0].wholeMatch(of: /[0-9a-fA-F:.]{2,45}/) != nil
    }
    let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    return (0...32).contains(length) && numbers.count == 4
      && numbers.allSatisfy { UInt8($0).map(String.init) == String($0) }
  }
}
