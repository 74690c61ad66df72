import JSON

/// The reasons found so far to refuse an object, each in the server's words.
struct Problems: Sendable {
  /// In the order in which they were found, which is the server's.
  private(set) var fields: [InvalidField] = []

  var isEmpty: Bool { fields.isEmpty }

  /// Whether a definition's rules in CEL are left unchecked for these.
  var isBlocking: Bool {
    let blocking: Set<InvalidField.Reason> = [
      .notSupported, .required, .tooLong, .tooMany, .typeInvalid,
    ]
    return fields.contains { blocking.contains($0.reason) }
  }

  /// Adds what another look has found.
  mutating func add(_ others: Problems) { fields += others.fields }

  /// Adds a reason in words of its own.
  mutating func add(_ reason: InvalidField.Reason, _ path: String, _ message: String) {
    fields.append(InvalidField(reason: reason, message: message, path: path))
  }

  /// A field that has to be set; `why` is what the server adds to that, mostly nothing.
  mutating func required(_ place: Place, _ why: String = "") {
    add(.required, place.path, why.isEmpty ? "Required value" : "Required value: \(why)")
  }

  /// `showing` is the value as the server shows it, where that is not what stands at the place; of
  /// some values the server does not say why.
  mutating func invalid(_ place: Place, _ why: String, showing value: JSON? = nil) {
    let shown = (value ?? place.value ?? "").text()
    add(.invalid, place.path, "Invalid value: \(shown)" + (why.isEmpty ? "" : ": \(why)"))
  }

  /// A field that may not be set here, or not be set so.
  mutating func forbidden(_ place: Place, _ why: String) {
    add(.forbidden, place.path, "Forbidden: \(why)")
  }

  /// Refuses a value that is none of a list; the server lists them in the order given here.
  mutating func unsupported(_ place: Place, _ supported: [String], showing value: JSON? = nil) {
    let words = supported.map { JSON.string($0).text() }.joined(separator: ", ")
    let shown = (value ?? place.value ?? "").text()
    add(.notSupported, place.path, "Unsupported value: \(shown): supported values: \(words)")
  }

  /// Refuses a text that is set and none of a list.
  mutating func check(_ place: Place, oneOf supported: [String]) {
    guard !place.text.isEmpty, !supported.contains(place.text) else { return }
    unsupported(place, supported)
  }

  /// The same for a text that is a pointer in Go: an empty one is none of the list either.
  mutating func check(pointer place: Place, oneOf supported: [String]) {
    guard place.exists, !supported.contains(place.text) else { return }
    unsupported(place, supported)
  }

  /// A name of something that is not there.
  mutating func notFound(_ place: Place) {
    add(.notFound, place.path, "Not found: \((place.value ?? "").text())")
  }

  /// A value that stands elsewhere already and may stand once.
  mutating func duplicate(_ place: Place, showing value: JSON? = nil) {
    add(.duplicate, place.path, "Duplicate value: \((value ?? place.value ?? "").text())")
  }

  /// A text of more bytes than there is room for.
  mutating func tooLong(_ place: Place, bytes: Int) {
    add(.tooLong, place.path, "Too long: may not be more than \(bytes) bytes")
  }

  /// What a rule of names found: each of its sentences is a reason of its own.
  mutating func invalid(_ place: Place, _ words: [String], showing value: JSON? = nil) {
    for why in words { invalid(place, why, showing: value) }
  }

  /// Refuses a number that is set and below zero.
  mutating func notNegative(_ place: Place) {
    guard let number = place.number, number < 0 else { return }
    invalid(place, "must be greater than or equal to 0")
  }

  /// Refuses the same text twice among places; empty ones may repeat.
  ///
  /// `why` is for those rules that word it as a value at fault.
  mutating func unique(_ places: [Place], why: String? = nil) {
    var seen: Set<String> = []
    for place in places where !place.text.isEmpty && !seen.insert(place.text).inserted {
      if let why { invalid(place, why) } else { duplicate(place) }
    }
  }
}
