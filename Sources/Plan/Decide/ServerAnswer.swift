package import Facts
package import JSON

/// What the API server said when it was asked to try an object with a dry run.
package enum ServerAnswer: Sendable {
  /// The object as it would be stored. With conflicts, it is the answer to a forced try.
  ///
  /// `fresh` is the object as it would be stored if it did not exist yet: asked for only where hands
  /// own fields of it, to tell what they have added from the server's own defaults.
  case accepted(JSON, conflicts: [FieldConflict], fresh: JSON? = nil)
  /// It refuses the object beside what hands have set, as two ports of one name, and takes it without.
  case acceptedAfterTakeover(fresh: JSON)
  /// A field cannot be changed in place; `fresh` is what the server would store instead.
  case immutable(APIStatus, fresh: JSON? = nil)
  /// It was not asked, or asked in vain, since it cannot tell yet.
  case notAsked(TooEarly)
  /// It would refuse the object, or gave no answer at all.
  case refused(KubernetesError)
}

/// A field that another manager owns with another value.
package struct FieldConflict: Hashable, Sendable {
  /// Who owns the field, as the server names it.
  package let manager: String
  /// As the server writes it: `.spec.replicas`.
  package let field: String

  package init(manager: String, field: String) {
    self.manager = manager
    self.field = field
  }
}
