import JSON

/// Ports, addresses and amounts, as several kinds have them.

/// A port's number, if one is set.
func checkPortNumber(_ port: Place, _ problems: inout Problems) {
  guard let number = port.number, !(1...65_535).contains(number) else { return }
  problems.invalid(port, "must be between 1 and 65535, inclusive")
}

/// A port's number, or the name that a container has for it.
func checkPort(_ port: Place, _ problems: inout Problems) {
  if port.number != nil {
    checkPortNumber(port, &problems)
  } else if port.exists {
    problems.invalid(port, portNameProblems(port.text))
  }
}

/// A number that is not negative, or a share such as `25%`.
func checkCountOrShare(_ place: Place, _ problems: inout Problems) {
  problems.notNegative(place)
  guard case .string(let text)? = place.value else { return }
  if text.hasSuffix("%"), Int(text.dropLast()) != nil, !text.hasPrefix("-") { return }
  problems.invalid(
    place,
    "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or "
      + "'93%', regex used for validation is '[0-9]+%')",
  )
}

/// The same for a share that cannot be more than all.
func checkNotMoreThanAll(_ place: Place, _ problems: inout Problems) {
  guard place.text.hasSuffix("%"), let share = Int(place.text.dropLast()), share > 100 else {
    return
  }
  problems.invalid(place, "must not be greater than 100%")
}

/// An IPv4 or IPv6 address.
func checkAddress(_ place: Place, _ problems: inout Problems) {
  guard !isAddress(place.text) else { return }
  let parts = place.text.split(separator: ".", omittingEmptySubsequences: false)
  // Some programs read such numbers in another base.
  if parts.count == 4, parts.allSatisfy({ UInt8($0) != nil }) {
    problems.invalid(place, "must not have leading 0s")
    return
  }
  problems.invalid(place, "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)")
}

/// Whether a text is an IPv4 or IPv6 address.
func isAddress(_ text: String) -> Bool {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  if parts.count == 4 {
    return parts.allSatisfy { part in
      UInt8(part) != nil && (part.count == 1 || part.first != "0")
    }
  }
  let groups = text.split(separator: ":", omittingEmptySubsequences: false)
  return (3...8).contains(groups.count)
    && groups.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isHexDigit) }
}

/// Whether a text is a range of addresses, as `10.0.0.0/8`.
func isAddressRange(_ text: String) -> Bool {
  let parts = text.split(separator: "/", omittingEmptySubsequences: false)
  guard parts.count == 2, let bits = UInt8(parts[1]) else { return false }
  return isAddress(String(parts[0])) && bits <= (parts[0].contains(":") ? 128 : 32)
}
