package import Facts
package import Objects

/// What a reader of the plan should know about a change.
package enum Note: Fact, Hashable {
  /// The server could not try it, so it may still refuse it.
  case notValidated(TooEarly)
  /// A field that another manager set is set back.
  case takenFrom(FieldConflict)
  /// The server's words about the field that cannot be changed in place.
  case replacedBecause(APIStatus)
  /// What comes from a cluster that cannot be looked at is left as it is.
  case undecided(cluster: String)
  /// An object that this one brought about and that is deleted with it.
  case alsoDeletes(ObjectReference)
  case tokenExpires(inSeconds: Int)
  case certificateExpires(inSeconds: Int)
  case certificateIsRenewed(RenewalReason)
  /// It works for the whole cluster and somebody else has made it: the fleet, where one did.
  case leftToOthers(fleet: String?)
  /// Somebody has deleted it, and what still holds it; it is made anew once it has gone.
  case isBeingDeleted(Linger)
  /// Somebody has deleted what a teardown takes away, and what still holds it.
  case isGoing(Linger)
  /// The Subscription with which the fleet has brought a definition.
  case broughtBy(ObjectReference)
  /// Its volume claims are larger than the file asks for, and volumes never shrink.
  case storageCannotShrink(StorageSizes)
  /// Its volume claims are smaller than the file asks for, and their class does not let them grow.
  case storageCannotGrow(StorageSizes, storageClass: String)
  /// Its volume claims ask for a storage class that the cluster does not have; nil for a default one.
  case lacksStorageClass(String?)
  /// So many of its pods are new, and each gets a volume of a size that has not been there before.
  case volumesCome(Int, size: String)
  /// So many of its pods go, and their volume claims stay or go with them.
  case podsGo(Int, keepsClaims: Bool)
  /// So many volume claims that are there stay in their storage class, though it asks for another one now.
  case keepsStorageClass(String, claims: Int)
  /// A runbook has made it, and nobody uses it any more.
  case leftover(LeftoverReason)
  /// A Secret whose users have gone over to this one; the token in it is good until it is deleted.
  case succeeded(by: ObjectReference)
  /// Why teardown leaves it.
  case stays(StayReason)

  /// The codes of this topic.
  package enum Code: String, FactCode {
    case notValidated = "note.not-validated"
    case takenFrom = "note.field-taken"
    case replacedBecause = "note.replaced"
    case undecided = "note.undecided"
    case alsoDeletes = "note.also-deletes"
    /// When a token ends.
    case tokenExpires = "note.token-expires"
    /// When a certificate ends.
    case certificateExpires = "note.certificate-expires"
    /// A certificate that is there is made anew.
    case certificateIsRenewed = "note.certificate-renewed"
    case leftToOthers = "note.left-to-others"
    case isBeingDeleted = "note.being-deleted"
    case isGoing = "note.going-already"
    case broughtBy = "note.brought-by"
    case storageCannotShrink = "note.storage-cannot-shrink"
    case storageCannotGrow = "note.storage-cannot-grow"
    case lacksStorageClass = "note.no-storage-class"
    case volumesCome = "note.volumes-come"
    case podsGo = "note.pods-go"
    /// Volume claims stay in the storage class that they were made in.
    case keepsStorageClass = "note.keeps-storage-class"
    case leftover = "note.leftover"
    /// A Secret of an earlier generation, which nothing uses any more.
    case succeeded = "note.succeeded"
    case stays = "note.stays"
  }

  package var code: Code {
    switch self {
    case .notValidated: .notValidated
    case .takenFrom: .takenFrom
    case .replacedBecause: .replacedBecause
    case .undecided: .undecided
    case .alsoDeletes: .alsoDeletes
    case .tokenExpires: .tokenExpires
    case .certificateExpires: .certificateExpires
    case .certificateIsRenewed: .certificateIsRenewed
    case .leftToOthers: .leftToOthers
    case .isBeingDeleted: .isBeingDeleted
    case .isGoing: .isGoing
    case .broughtBy: .broughtBy
    case .storageCannotShrink: .storageCannotShrink
    case .storageCannotGrow: .storageCannotGrow
    case .lacksStorageClass: .lacksStorageClass
    case .volumesCome: .volumesCome
    case .podsGo: .podsGo
    case .keepsStorageClass: .keepsStorageClass
    case .leftover: .leftover
    case .succeeded: .succeeded
    case .stays: .stays
    }
  }
}

/// What a volume claim has, and what the fleet file asks for; both as the API writes quantities.
package struct StorageSizes: Hashable, Sendable {
  /// What its request is now.
  package let now: String
  /// What stands in the file.
  package let wanted: String
}
