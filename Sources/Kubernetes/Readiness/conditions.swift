internal import JSON

extension JSON {
  /// The condition of that type in the object's status.
  func condition(_ type: String) -> JSON? {
    self["status"]?["conditions"]?.arrayValue?.first { $0["type"]?.stringValue == type }
  }

  /// `reason: message` of a condition, as far as it has them.
  var explanation: String {
    [self["reason"], self["message"]].compactMap { $0?.stringValue }.filter { !$0.isEmpty }
      .joined(separator: ": ")
  }

  func statusNumber(_ field: String) -> Int64 { self["status"]?[field]?.integerValue ?? 0 }
}
