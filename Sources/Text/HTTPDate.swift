package import FoundationEssentials

/// Times as HTTP's `Date` header has them: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110).
package enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The moment that a header names, to the second; nil for any other form.
  package static func date(_ text: some StringProtocol) -> Date? {
    let words = text.split(separator: " ")
    guard words.count == 6, let month = months.firstIndex(of: String(words[2])) else { return nil }
    let number = month < 9 ? "0\(month + 1)" : "\(month + 1)"
    return RFC3339.date("\(words[3])-\(number)-\(words[1])T\(words[4])Z")
  }
}
