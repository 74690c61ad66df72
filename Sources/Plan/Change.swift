package import JSON
package import Objects

/// What apply does with one object.
package enum Action: Hashable, Sendable, CaseIterable {
  case create
  /// Takes over an object that exists without the fleet's label.
  case adopt
  case update
  /// Deletes and creates again: a field cannot be changed in place.
  case replace
  case delete
  /// Takes the fleet's fields off an object that outlives the fleet.
  case release
  case none
}

/// One object of the plan: what is done with it, why, and what it does to the fields.
package struct Change: Sendable {
  package let reference: ObjectReference
  package let action: Action
  /// nil for an object that is deleted.
  package let desired: DesiredObject?
  /// nil for an object that does not exist.
  package let live: JSON?
  /// Field by field, in the order of the object; empty for what is deleted or stays.
  package var differences: [Difference]
  package var notes: [Note]
  /// Why this cannot be done as it stands; apply does not try it.
  package var obstacles: [Obstacle]
  /// Whether other managers' fields are taken over, which the differences show.
  package var takesOver: Bool

  init(
    _ action: Action,
    _ reference: ObjectReference,
    desired: DesiredObject? = nil,
    live: JSON? = nil,
    differences: [Difference] = [],
    notes: [Note] = [],
    obstacles: [Obstacle] = [],
    takesOver: Bool = false,
  ) {
    self.reference = reference
    self.action = action
    self.desired = desired
    self.live = live
    self.differences = differences
    self.notes = notes
    self.obstacles = obstacles
    self.takesOver = takesOver
  }
}

extension Change {
  /// Whether the object is no longer the fleet's afterwards.
  var isDeparture: Bool { action == .delete || action == .release }

  /// Whether it would replace what somebody else has put where only one such object has room.
  var isOccupied: Bool {
    action == .adopt && desired?.manifest.isOnlyOne == true && !differences.isEmpty
  }
}

/// What a reader of the plan should know about a change.
package enum Note: Hashable, Sendable {
  case notValidated(reason: String)
  case takenFrom(FieldConflict)
  case replacedBecause(String)
  case undecided(reason: String)
  /// An object that this one brought about and that is deleted with it.
  case alsoDeletes(String)
  case tokenExpires(inSeconds: Int)
  case certificateExpires(inSeconds: Int)
  case certificateIsRenewed(RenewalReason)
  /// It works for the whole cluster and somebody else has made it: the fleet, where one did.
  case leftToOthers(fleet: String?)
  /// Why teardown leaves it.
  case stays(StayReason)
}

/// Why a certificate that is there is made anew.
package enum RenewalReason: Hashable, Sendable {
  /// No more than a third of its life is left.
  case nearsItsEnd
  /// Its authority has been made anew, or is another.
  case otherIssuer
  /// It does not prove a name that it should.
  case otherNames
  /// It is no certificate of this purpose and name, or the key beside it is another's.
  case unfit
}

/// Why an object of the fleet is left where it is when the fleet is torn down.
package enum StayReason: Hashable, Sendable {
  /// It holds the metrics of a pod, which nobody asked to delete.
  case holdsData
  /// A namespace in which there are data that stay: how many volume claims.
  case contains(claims: Int)
  /// A namespace in which there are objects of others, in words.
  case containsForeign([String])
  /// A definition of whose kind there are objects of others, in words.
  case definesForeign([String])
  /// A namespace or definition whose content cannot be read in full.
  case contentUnknown(String)
  /// It records a cluster that cannot be looked at now, and without it a later run would not find that.
  case records(clusters: [String])
}

/// What must be mended before a change can be applied.
package enum Obstacle: Hashable, Sendable {
  case ownedByFleet(String)
  case conflict(FieldConflict)
  case refused(String)
  case unreadable(String)
  /// The object's namespace is not there and nothing in the plan makes it.
  case missingNamespace(String)
  /// The cluster does not serve the object's kind, and nothing in the plan brings it.
  case missingKind(String)
  case unavailable(String)
  /// There is room for one such object alone, and somebody else's stands there.
  case occupied
}
