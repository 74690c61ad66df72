/// Texts that must never be shown, wherever they turn up, and in which forms.
///
/// Redaction goes by value, not by place: a token that someone pasted into a ConfigMap or an
/// argument is hidden as well as one in a Secret. A text is gone through once, however many secrets
/// there are: each place is looked up by the eight bytes that begin there.
package struct SecretTexts: Sendable {
  /// What stands in place of a secret.
  package static let mark = "(sensitive)"
  /// Shorter texts, in bytes, are words that occur by chance.
  private static let shortest = 8

  /// The secrets themselves, so that none is taken twice.
  private var taken: Set<String> = []
  /// All forms, by their first eight bytes; of those that begin alike, the longest first.
  private var forms: [UInt64: [[UInt8]]] = [:]

  /// None yet.
  package init() {}

  /// Those of at least eight bytes; shorter ones are passed over.
  package init(_ secrets: some Sequence<String>) { insert(secrets) }

  /// From now on these are hidden, too.
  package mutating func insert(_ secrets: some Sequence<String>) {
    for secret in secrets where secret.utf8.count >= Self.shortest {
      guard taken.insert(secret).inserted else { continue }
      for form in SecretForms(of: secret).all where form.count >= Self.shortest { add(form) }
    }
  }

  private mutating func add(_ form: [UInt8]) {
    guard let start = Self.window(of: form, at: 0), forms[start]?.contains(form) != true else {
      return
    }
    forms[start, default: []].append(form)
    forms[start]?.sort { $0.count > $1.count }
  }

  /// The text with every secret in it replaced by the mark; those that overlap become one.
  package func redact(_ text: String) -> String {
    guard !forms.isEmpty else { return text }
    let bytes = Array(text.utf8)
    let places = self.places(in: bytes)
    guard !places.isEmpty else { return text }
    var shown: [UInt8] = []
    var end = 0
    for place in places {
      shown += bytes[end..<place.lowerBound]
      shown += Array(Self.mark.utf8)
      end = place.upperBound
    }
    return String(decoding: shown + bytes[end...], as: UTF8.self)
  }

  /// Where secrets are, from the left; none touches the next.
  private func places(in bytes: [UInt8]) -> [Range<Int>] {
    guard bytes.count >= Self.shortest else { return [] }
    var places: [Range<Int>] = []
    var window = Self.window(of: bytes, at: 0) ?? 0
    for start in 0...(bytes.count - Self.shortest) {
      if start > 0 { window = window << 8 | UInt64(bytes[start + Self.shortest - 1]) }
      guard let form = forms[window]?.first(where: { bytes[start...].starts(with: $0) }) else {
        continue
      }
      let end = start + form.count
      if let last = places.last, start <= last.upperBound {
        places[places.count - 1] = last.lowerBound..<max(last.upperBound, end)
      } else {
        places.append(start..<end)
      }
    }
    return places
  }

  /// Eight bytes as one number, the first the highest; nil where there are fewer.
  private static func window(of bytes: [UInt8], at start: Int) -> UInt64? {
    guard bytes.count >= start + shortest else { return nil }
    return bytes[start..<(start + shortest)].reduce(0) { $0 << 8 | UInt64($1) }
  }
}
