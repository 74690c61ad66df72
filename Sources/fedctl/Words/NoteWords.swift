import Diagnostics
import Facts
import Objects
import Plan

extension Note {
  /// On a line of its own, below the object.
  var words: String {
    switch self {
    case .notValidated(let reason): "not validated by the server yet: \(reason.words)"
    case .takenFrom(let conflict): "\(conflict.field) is taken from \(conflict.manager)"
    case .replacedBecause(let status): "cannot be changed in place: \(status.immutable)"
    case .undecided(let cluster):
      "left as it is where it depends on cluster \(cluster), which cannot be looked at"
    case .alsoDeletes(let object): "\(object.localDescription), which it installed, goes with it"
    case .tokenExpires(let seconds): "the token expires in \(Self.days(seconds))"
    case .certificateExpires(let seconds): "the certificate expires in \(Self.days(seconds))"
    case .certificateIsRenewed(let reason): "the certificate is made anew: \(reason.words)"
    case .leftToOthers(let fleet):
      "\(fleet.map { "fleet \($0)" } ?? "somebody else") has installed it, so it is left as it is"
    case .isBeingDeleted(let linger): "made anew: it \(linger.words)"
    case .isGoing(let linger): "it \(linger.words)"
    case .broughtBy(let subscription): "\(subscription.localDescription) brought it"
    case .storageCannotShrink(let sizes):
      "the volume claims stay at \(sizes.now): they cannot shrink to \(sizes.wanted)"
    case .storageCannotGrow(let sizes, let name):
      """
      the volume claims stay at \(sizes.now): storage class \(name.isEmpty ? "(none)" : name) does not \
      let them grow to \(sizes.wanted)
      """
    case .lacksStorageClass(let name?):
      "the volumes wait: the cluster has no storage class \(Printable.text(name))"
    case .lacksStorageClass(nil):
      "the volumes wait: they name no storage class, and the cluster has no default one"
    case .volumesCome(1, let size): "a volume of \(Printable.text(size)) comes"
    case .volumesCome(let count, let size): "\(count) volumes of \(Printable.text(size)) come"
    case .podsGo(let count, keepsClaims: true):
      "\(Count(count, "pod")) \(count == 1 ? "goes" : "go"), and the volume claims stay"
    case .podsGo(let count, keepsClaims: false):
      """
      \(Count(count, "pod")) \(count == 1 ? "goes" : "go"), and with the volume claims what is in them
      """
    case .keepsStorageClass(let name, let claims):
      """
      \(Count(claims, "volume claim")) that \(claims == 1 ? "is" : "are") there \(claims == 1 ? "keeps" : "keep") \
      storage class \(name.isEmpty ? "(none)" : Printable.text(name))
      """
    case .leftover(let reason): "left over from a runbook: \(reason.words)"
    case .succeeded(let secret): "\(secret.localDescription) has taken its place"
    case .stays(let reason): "stays: \(reason.words)"
    }
  }

  /// Rounded down, so that nobody is told too much.
  static func days(_ seconds: Int) -> String {
    seconds >= 86_400 ? "\(seconds / 86_400) d" : "\(max(0, seconds) / 3_600) h"
  }
}

extension APIStatus {
  /// What the server does not change: the fields by name, for its sentences say at length which others it would.
  fileprivate var immutable: String {
    let fields = causes.map(\.field).filter { !$0.isEmpty }
    guard !fields.isEmpty, fields.count == causes.count else { return words }
    return Sentence.some(fields.map(Printable.text), atMost: 3)
  }
}

extension RenewalReason {
  /// As it follows what is said of the object.
  var words: String {
    switch self {
    case .nearsItsEnd: "no more than a third of its life is left"
    case .otherIssuer: "it is not signed by its authority"
    case .otherNames: "it does not prove the host that it is for"
    case .asked: "that was asked for"
    case .unfit: "what is there is not the certificate and key that belong there"
    }
  }
}

extension LeftoverReason {
  /// As it follows what is said of the object.
  fileprivate var words: String {
    switch self {
    case .becameConfigMap: "the fleet has a ConfigMap of that name instead"
    case .grantsAgain: "the fleet's accounts have what they need, and no others run"
    case .unusedAccount: "nothing runs as it, and only leftovers give it rights"
    case .unusedRole: "only leftovers give it to anybody"
    case .choosesAgain: "the fleet has a ServiceMonitor that chooses the same"
    }
  }
}

extension StayReason {
  /// As it follows what is said of the object.
  fileprivate var words: String {
    switch self {
    case .holdsData: "it holds metrics; --delete-volumes deletes it"
    case .contains(let claims):
      "\(Count(claims, "volume claim")) in it hold metrics; --delete-volumes deletes them, and it"
    case .keepsClaims(let claims):
      "\(Count(claims, "volume claim")) in it hold metrics: once nobody needs them, delete it by hand"
    case .containsForeign(let objects): "it holds objects of others: \(objects.someWords)"
    case .neededBy(let operators): "others' operators need it: \(operators.someWords)"
    case .definesForeign(let objects): "its kind has objects of others: \(objects.someWords)"
    case .serves(let objects): "others have objects for its operator: \(objects.someWords)"
    case .contentUnknown(let reason): "what it holds cannot be read in full: \(reason.words)"
    case .records(let clusters):
      "it records \(Sentence.some(clusters)), which cannot be looked at now; run this again then"
    }
  }
}

extension UnreadableContent {
  /// As it follows what is said of the object.
  fileprivate var words: String {
    switch self {
    case .silentGroup(let group): "\(group) does not answer"
    case .request(let error): error.words
    case .notLookedAt: "nobody has looked"
    }
  }
}

extension TooEarly {
  /// As it follows what is said of the object.
  fileprivate var words: String {
    switch self {
    case .kindNotServed(let kind): "kind \(kind.groupKind) is not served yet"
    case .missingNamespace(let name): "namespace \(name) does not exist yet"
    case .answered(let error): error.words
    }
  }
}
