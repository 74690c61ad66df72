/// Something that the engine states and that a view words.
///
/// A fact is an enum, or a struct around one: its payload says what it is about, and no text in it is
/// ours. What people read of it stands in `fedctl/Words`, one exhaustive switch a topic.
package protocol Fact: Sendable {
  associatedtype Code: FactCode

  /// What kind of fact it is, for programs: the same in every release.
  var code: Code { get }
}

/// The codes of one topic, each as `topic.fact`: `cluster.unreachable`, `object.immutable`.
///
/// docs/codes.md lists them all; a code is never given another meaning.
package protocol FactCode: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String {}

/// How bad a fact is for what was asked.
///
/// A note about something that is as it should be has no severity: it is no problem.
package enum Severity: Hashable, Sendable {
  /// Nothing is kept from being done.
  case warning
  /// What was asked cannot be done as it stands.
  case error
}
