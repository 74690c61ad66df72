/// Names that count up, told by the first and the last of them.
package enum NameRanges {
  /// As `prod-eu-01 … prod-eu-40`, where at least three names follow each other; others stand as they are.
  ///
  /// Only names that are neighbours in the list and differ in their last number alone come together, so
  /// that nobody can be taken for named who is not.
  package static func folded(_ names: [String]) -> [String] {
    runs(names).flatMap { run -> [String] in
      guard run.count > 2, let first = run.first, let last = run.last else { return run }
      return ["\(first) … \(last)"]
    }
  }

  /// The list cut where a name is not the successor of the one before.
  private static func runs(_ names: [String]) -> [[String]] {
    names.reduce(into: []) { runs, name in
      if let previous = runs.last?.last, NumberedName(previous).isFollowed(by: NumberedName(name)) {
        runs[runs.count - 1].append(name)
      } else {
        runs.append([name])
      }
    }
  }
}

/// A name, cut around its last number.
private struct NumberedName {
  let prefix: Substring
  let digits: Substring
  let suffix: Substring

  init(_ name: String) {
    let isDigit = { (character: Character) in character.isASCII && character.isNumber }
    guard let last = name.lastIndex(where: isDigit) else {
      (prefix, digits, suffix) = (name[...], "", "")
      return
    }
    let end = name.index(after: last)
    let start = name[..<end].lastIndex { !isDigit($0) }.map(name.index(after:)) ?? name.startIndex
    (prefix, digits, suffix) = (name[..<start], name[start..<end], name[end...])
  }

  /// Whether another name is this one with the next number, written alike.
  func isFollowed(by next: NumberedName) -> Bool {
    guard prefix == next.prefix, suffix == next.suffix, let number = Int(digits),
      let successor = Int(next.digits), number < .max, successor == number + 1
    else { return false }
    return digits.count == next.digits.count
      || !(digits.hasPrefix("0") || next.digits.hasPrefix("0"))
  }
}
