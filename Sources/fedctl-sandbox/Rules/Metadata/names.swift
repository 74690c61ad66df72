/// What the rules of names say against a text; nothing for a good one.
///
/// The sentences are the API server's own, from its `validation` and `content` packages.
typealias NameRule = @Sendable (String) -> [String]

/// Only told to people: names are looked at byte by byte here.
private let subdomainRegex = #"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*"#
private let labelRegex = "[a-z0-9]([-a-z0-9]*[a-z0-9])?"
private let qualifiedRegex = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]"

/// `example.com`: the rule for the names of most kinds.
let subdomainProblems: NameRule = { name in
  let shape =
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or "
    + "'.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used "
    + "for validation is '\(subdomainRegex)')"
  return tooLong(name, 253, "characters") + (isSubdomain(name) ? [] : [shape])
}

/// `my-name`, without dots.
let labelProblems: NameRule = { name in
  let long = tooLong(name, 63, "characters")
  if isLabel(name) { return long }
  // What would be good but for its dots is told just that.
  if isSubdomain(name) { return long + ["must not contain dots"] }
  return long + [
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and "
      + "must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex "
      + "used for validation is '\(labelRegex)')"
  ]
}

/// `my-name`, with a letter at its beginning.
let beginningLabelProblems: NameRule = { name in
  let isGood = isLabel(name) && name.first?.isNumber == false
  return tooLong(name, 63, "characters")
    + (isGood
      ? []
      : [
        "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an "
          + "alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or "
          + "'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')"
      ])
}

/// A name that stands in a path: what RBAC's kinds ask for.
let segmentProblems: NameRule = { name in
  if name == "." || name == ".." { return ["may not be '\(name)'"] }
  return ["/", "%"].filter { name.contains($0) }.map { "may not contain '\($0)'" }
}

/// `prefix/Name` or `Name`: the keys of labels and annotations.
let qualifiedNameProblems: NameRule = { key in
  let parts = key.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
  guard parts.count <= 2, let name = parts.last else {
    return [
      "a valid label key must consist of alphanumeric characters, '-', '_' or '.', and must start "
        + "and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', "
        + "regex used for validation is '\(qualifiedRegex)') with an optional DNS subdomain prefix "
        + "and '/' (e.g. 'example.com/MyName')"
    ]
  }
  var problems: [String] = []
  if parts.count == 2 {
    problems +=
      parts[0].isEmpty
      ? ["prefix part must be non-empty"]
      : subdomainProblems(parts[0]).map { "prefix part \($0)" }
  }
  if name.isEmpty { problems.append("name part must be non-empty") }
  problems += tooLong(name, 63, "bytes").map { "name part \($0)" }
  if !isQualified(name) {
    problems.append(
      "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end "
        + "with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used "
        + "for validation is '\(qualifiedRegex)')"
    )
  }
  return problems
}

/// The values of labels, which may be empty.
let labelValueProblems: NameRule = { value in
  let shape =
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or "
    + "'.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value', "
    + " or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')"
  return tooLong(value, 63, "bytes") + (value.isEmpty || isQualified(value) ? [] : [shape])
}

/// The keys of ConfigMaps and Secrets.
let configKeyProblems: NameRule = { key in
  var problems = tooLong(key, 253, "characters")
  let isKey = !key.isEmpty && key.utf8.allSatisfy { isWord($0) || "-._".utf8.contains($0) }
  if !isKey {
    problems.append(
      "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. "
        + "'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is "
        + "'[-._a-zA-Z0-9]+')"
    )
  }
  if key == "." { return problems + ["must not be '.'"] }
  if key == ".." { return problems + ["must not be '..'"] }
  return key.hasPrefix("..") ? problems + ["must not start with '..'"] : problems
}

/// The names of ports: letters, digits and dashes, at most 15.
let portNameProblems: NameRule = { name in
  var problems = tooLong(name, 15, "characters")
  if name.isEmpty || !name.utf8.allSatisfy({ isLower($0) || $0 == UInt8(ascii: "-") }) {
    problems.append("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)")
  }
  if !name.utf8.contains(where: { isLower($0) && !isDigit($0) }) {
    problems.append("must contain at least one letter (a-z)")
  }
  if name.contains("--") { problems.append("must not contain consecutive hyphens") }
  if name.hasPrefix("-") || name.hasSuffix("-") {
    problems.append("must not begin or end with a hyphen")
  }
  return problems
}

/// In the API server's words.
private func tooLong(_ text: String, _ limit: Int, _ unit: String) -> [String] {
  text.utf8.count > limit ? ["must be no more than \(limit) \(unit)"] : []
}

/// Labels with dots between them.
private func isSubdomain(_ name: String) -> Bool {
  name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { isLabel(String($0)) }
}

/// Small letters, digits and dashes, not at the ends.
private func isLabel(_ name: String) -> Bool {
  guard let first = name.utf8.first, let last = name.utf8.last else { return false }
  return isLower(first) && isLower(last)
    && name.utf8.allSatisfy { isLower($0) || $0 == UInt8(ascii: "-") }
}

/// Letters, digits, dashes, underlines and dots, the last three not at the ends.
private func isQualified(_ name: String) -> Bool {
  guard let first = name.utf8.first, let last = name.utf8.last else { return false }
  return isWord(first) && isWord(last)
    && name.utf8.allSatisfy { isWord($0) || "-_.".utf8.contains($0) }
}

/// ASCII alone, as in the API.
private func isDigit(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
}

/// ASCII alone, as in the API.
private func isLower(_ byte: UInt8) -> Bool {
  isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
}

/// Letters of both cases and digits, of ASCII.
private func isWord(_ byte: UInt8) -> Bool {
  isLower(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
}
