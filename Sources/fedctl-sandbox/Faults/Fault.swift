import JSON

/// Something that goes wrong on purpose, and for which requests.
struct Fault: Hashable, Sendable {
  /// What happens to a request that the fault befalls.
  enum Effect: Hashable, Sendable {
    /// An error with this HTTP status.
    case status(Int)
    /// The connection ends without an answer, before the request has any effect.
    case drop
    /// The request has its effect, and then the connection ends without an answer.
    case dropAnswer
    /// The cluster answers nothing at all.
    case down
    /// New Routes are not admitted.
    case neverAdmit
    /// 403, as for a client without the right.
    case forbid
    /// 422 with a message that quotes what a Secret was to hold, in six encodings, as a careless
    /// admission webhook might.
    case quote
    /// The request is taken and never answered.
    case hang
    /// The cluster's API server starts anew: connections end, and watches can no longer begin in the
    /// past (410).
    case restart
    /// Nothing listens for so many seconds, for the cluster that the fault names or for all.
    case refuse(Int)
    /// The cluster's clock is off by so many seconds.
    case skew(Int)
    /// The cluster's answers do not tell its time.
    case undated
  }

  /// What befalls the requests.
  var effect: Effect
  /// Nil for all contexts; so with the three that follow.
  var context: String?
  /// As RBAC names verbs: get, list, watch, create, update, patch, delete.
  var verb: String?
  /// The plural name of the kind.
  var resource: String?
  var name: String?
  /// Only every so many-th request that fits.
  var every = 1
  /// How many requests that fit pass first.
  var after = 0
  /// How many times the fault happens; nil is without end.
  var count: Int?
}

extension Fault {
  /// A word that is no fault, or a value that a setting cannot have.
  struct Unreadable: Error, CustomStringConvertible {
    let word: String

    var description: String {
      "\"\(word)\" is no part of a fault. A fault is written as "
        + "context=cluster1,verb=patch,resource=deployments,name=web,every=2,after=3,count=1,"
        + "status=503; instead of status: drop, drop-answer, down, never-admit, forbid, quote, "
        + "hang, restart, undated, refuse=SECONDS or skew=SECONDS."
    }
  }

  /// Reads the form of the command line.
  init(_ text: String) throws(Unreadable) {
    self.init(effect: .status(503))
    for word in text.split(separator: ",") { try read(String(word)) }
  }

  /// Takes one word: an effect, or a setting with its value.
  private mutating func read(_ word: String) throws(Unreadable) {
    let parts = word.split(separator: "=", maxSplits: 1).map { String($0) }
    if parts.count == 1 {
      guard let effect = Effect(word) else { throw Unreadable(word: word) }
      self.effect = effect
    } else if parts.count == 2 {
      try set(parts[0], to: parts[1], word)
    } else {
      throw Unreadable(word: word)
    }
  }

  /// Takes a setting; throws for an unknown name or a value that it cannot have.
  private mutating func set(
    _ key: String,
    to value: String,
    _ word: String,
  ) throws(Unreadable) {
    switch (key, Int(value)) {
    case ("context", _): context = value
    case ("verb", _): verb = value
    case ("resource", _): resource = value
    case ("name", _): name = value
    case ("every", let number?) where number > 0: every = number
    case ("after", let number?): after = number
    case ("count", let number?): count = number
    case ("refuse", let number?) where number > 0: effect = .refuse(number)
    case ("skew", let number?): effect = .skew(number)
    case ("status", let number?) where (400..<600).contains(number): effect = .status(number)
    default: throw Unreadable(word: word)
    }
  }
}

extension Fault.Effect {
  /// nil for a word that names no effect.
  fileprivate init?(_ word: String) {
    switch word {
    case "drop": self = .drop
    case "drop-answer": self = .dropAnswer
    case "down": self = .down
    case "never-admit": self = .neverAdmit
    case "forbid": self = .forbid
    case "hang": self = .hang
    case "restart": self = .restart
    case "undated": self = .undated
    case "quote": self = .quote
    default: return nil
    }
  }
}
