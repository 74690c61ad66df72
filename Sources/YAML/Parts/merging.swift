import JSON

/// Parts as values: what a text means with a part, and without it.
extension JSON {
  /// By what an element of a list is told from others: its name, or all of it.
  var identity: JSON { self["name"]?.stringValue.map(JSON.string) ?? self }

  /// Whether somebody who writes it says nothing by it.
  private var isNothing: Bool { self == .null || self == [:] || self == [] }

  /// The value with a part in it; `owned` is what an earlier part has put there, which may change.
  func merged(
    with part: JSON,
    owned: JSON?,
    at path: [String],
  ) throws(PartFlaw) -> JSON {
    switch (self, part) {
    case _ where isNothing: return part
    case (.object(var members), .object(let wanted)):
      for member in wanted {
        members[member.key] = try (members[member.key] ?? .null)
          .merged(with: member.value, owned: owned?[member.key], at: path + [member.key])
      }
      return .object(members)
    case (.array(let elements), .array(let wanted)): return .array(elements.merged(with: wanted))
    case _ where self == part || self == owned: return part
    default: throw .otherValue(path: path.joined(separator: "."), found: text())
    }
  }

  /// The value without what is owned; nil where nothing is left of what held it.
  func without(_ owned: JSON) -> JSON? {
    switch (self, owned) {
    case (.object(var members), .object(let ours)):
      for member in ours {
        guard let value = members[member.key] else { continue }
        members[member.key] = value.without(member.value)
      }
      return members.isEmpty ? nil : .object(members)
    case (.array(let elements), .array(let ours)):
      let left = elements.filter { element in !ours.contains { $0.identity == element.identity } }
      return left.isEmpty ? nil : .array(left)
    default: return self == owned ? nil : self
    }
  }

  /// What of a record is not wanted any more; nil where all of it is.
  func minus(_ wanted: JSON) -> JSON? {
    switch (self, wanted) {
    case (.object(let members), .object(let wanted)):
      let left = members.compactMap { member -> (String, JSON)? in
        guard let other = wanted[member.key] else { return (member.key, member.value) }
        return member.value.minus(other).map { (member.key, $0) }
      }
      return left.isEmpty ? nil : .object(JSONObject(left))
    case (.array(let elements), .array(let wanted)):
      let left = elements.filter { element in
        !wanted.contains { $0.identity == element.identity }
      }
      return left.isEmpty ? nil : .array(left)
    default: return nil
    }
  }

  /// What of a part is ours: what was not there before, what was ours already, and elements that bear a name.
  func claimed(beside live: JSON?, owned: JSON?) -> JSON? {
    switch (self, live) {
    case (.object(let members), _) where live?.objectValue != nil || live.isNothing:
      let ours = members.compactMap { member in
        member.value.claimed(beside: live?[member.key], owned: owned?[member.key])
          .map { (member.key, $0) }
      }
      return ours.isEmpty ? nil : .object(JSONObject(ours))
    case (.array(let elements), _):
      let before = live?.arrayValue ?? []
      let ours = elements.filter {
        $0["name"] != nil || !before.contains($0) || owned?.arrayValue?.contains($0) == true
      }
      return ours.isEmpty ? nil : .array(ours.map(\.reference))
    default: return live.isNothing || owned != nil ? self : nil
    }
  }

  /// Enough of an element to find it again.
  private var reference: JSON { self["name"].map { ["name": $0] } ?? self }
}

extension JSON? {
  /// Whether there is nothing that somebody could have meant.
  fileprivate var isNothing: Bool {
    self == nil || self == .some(.null) || self == .some([:]) || self == .some([])
  }
}

extension [JSON] {
  /// Each wanted element in the place of the one of its name, or at the end.
  fileprivate func merged(with wanted: [JSON]) -> [JSON] {
    wanted.reduce(into: self) { elements, element in
      if let place = elements.firstIndex(where: { $0.identity == element.identity }) {
        elements[place] = element
      } else {
        elements.append(element)
      }
    }
  }
}
