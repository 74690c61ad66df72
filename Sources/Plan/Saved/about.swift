import Facts
import Objects

/// What remarks are about, by names alone: enough to tell one remark from another, and no text of anybody's.
extension Note {
  var about: [String] {
    switch self {
    case .notValidated(let reason): [reason.code.rawValue]
    case .takenFrom(let conflict): [conflict.field, conflict.manager]
    case .replacedBecause(let status): status.causes.map(\.field)
    case .undecided(let cluster): [cluster]
    case .alsoDeletes(let object), .broughtBy(let object), .succeeded(let object):
      [object.description]
    case .certificateIsRenewed(let reason): [reason.code.rawValue]
    case .leftToOthers(let fleet): [fleet].compactMap(\.self)
    case .storageCannotShrink(let sizes): [sizes.now, sizes.wanted]
    case .storageCannotGrow(let sizes, let storageClass): [sizes.now, sizes.wanted, storageClass]
    case .lacksStorageClass(let name): [name].compactMap(\.self)
    case .volumesCome(let count, let size): ["\(count)", size]
    case .podsGo(let count, let keepsClaims): ["\(count)", "\(keepsClaims)"]
    case .keepsStorageClass(let name, let count): [name, "\(count)"]
    case .leftover(let reason): [reason.code.rawValue]
    case .stays(let reason): [reason.code.rawValue]
    // How far these have come changes by itself.
    case .tokenExpires, .certificateExpires, .isBeingDeleted, .isGoing: []
    }
  }
}

extension Obstacle {
  var about: [String] {
    switch self {
    case .ownedByFleet(let fleet), .platformOfFleet(let fleet), .operatorOfFleet(let fleet):
      [fleet]
    case .conflict(let conflict): [conflict.field, conflict.manager]
    case .refused(let error): [error.code.rawValue]
    case .unreadable: []
    case .missingNamespace(let name): [name]
    case .missingKind(let kind): [kind.groupKind]
    case .unavailable(let cluster): [cluster]
    case .text, .catalogue: []
    }
  }
}
