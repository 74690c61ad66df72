package import JSON

/// One of the conditions by which controllers tell how far they have come.
package struct ObjectCondition: Hashable, Sendable {
  /// As `Available`; each kind has its own.
  package let type: String
  /// `True`, `False` or `Unknown`.
  package let status: String
  /// Why it is so, in the words of whoever set it.
  package let explanation: Explanation
  /// The generation of which it speaks; nil where its controller does not tell.
  package let observedGeneration: Int64?

  init(_ fields: JSON) {
    type = fields["type"]?.stringValue ?? ""
    status = fields["status"]?.stringValue ?? ""
    explanation = Explanation(
      reason: fields["reason"]?.stringValue ?? "",
      message: fields["message"]?.stringValue ?? "",
    )
    observedGeneration = fields["observedGeneration"]?.integerValue
  }

  /// Whether it holds, which is more than that nobody denies it.
  package var isTrue: Bool { status == "True" }
  /// Whoever set it says no; that nobody knows is neither true nor false.
  package var isFalse: Bool { status == "False" }
}

extension JSON {
  /// What an object tells in `status.conditions`.
  package var conditions: [ObjectCondition] { self["status"]?.ownConditions ?? [] }

  /// What a part of a status tells in its own `conditions`, as each router's entry of a Route does.
  package var ownConditions: [ObjectCondition] {
    (self["conditions"]?.arrayValue ?? []).map(ObjectCondition.init)
  }

  /// The condition of a type in `status.conditions`; nil while nobody has told it.
  package func condition(_ type: String) -> ObjectCondition? {
    conditions.first { $0.type == type }
  }
}
