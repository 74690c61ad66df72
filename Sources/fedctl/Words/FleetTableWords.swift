import Diagnostics
import Facts
import Fleet
import Text

extension TableProblem {
  /// The diagnostic, still without its place and severity.
  var words: Diagnostic {
    switch self {
    case .wrongType(let key, let wanted, let found, let text):
      Diagnostic(
        .error,
        "wrong type",
        detail: "`\(key)` must be \(wanted.words), not \(found.words).",
        remedy: Self.remedy(wanted, found, text),
      )
    case .outOfRange(let key, let allowed, let reason):
      Diagnostic(
        .error,
        "invalid value",
        detail: "`\(key)` must be \(Self.text(allowed)): \(reason.words).",
      )
    case .unknownValue(let value, let key, let known):
      Diagnostic(
        .error,
        "unknown value",
        detail: "`\(value)` is not a value of `\(key)`.",
        remedy: Self.nearest(to: value, among: known) ?? "Use \(Sentence.or(known)).",
      )
    case .hiddenValue(let key, let nearest, let known):
      Diagnostic(
        .error,
        "unknown value",
        detail: "This is not a value of `\(key)`.",
        remedy: nearest.map { "Did you mean `\($0)`?" } ?? "Use \(Sentence.or(known)).",
      )
    case .unsupportedPlatform(let platform, let topology, let known):
      Diagnostic(
        .error,
        "not supported",
        detail: "The platform `\(platform)` \(topology.reasonAgainstOtherPlatforms).",
        remedy: "Use \(Sentence.or(known)).",
      )
    case .duplicateKey(let key, let line):
      Diagnostic(
        .error,
        "duplicate key",
        detail: "`\(key)` already stands in line \(line).",
        remedy: "Keep one of the two.",
      )
    case .missingKey(let key, let record):
      Diagnostic(.error, "missing key", detail: "\(Sentence.capitalized(record)) needs `\(key)`.")
    case .wrongChoice(let record, let keys):
      Diagnostic(
        .error,
        "wrong choice",
        detail: "\(Sentence.capitalized(record)) need exactly one of \(Sentence.or(keys)).",
      )
    case .nothingChosen(let record, let keys):
      Diagnostic(
        .error,
        "nothing chosen",
        detail: "\(Sentence.capitalized(record)) needs one of \(Sentence.or(keys)) at least.",
      )
    case .unknownKey(let key, let record, let known):
      Diagnostic(
        .error,
        "unknown key",
        detail: "`\(key)` is not a key of \(record).",
        remedy: Self.nearest(to: key, among: known) ?? "Known keys are \(Sentence.and(known)).",
      )
    case .formerKey(let former, let key):
      Diagnostic(
        .warning,
        "former name",
        detail:
          "`\(former)` is called `\(key)` now, and this release is the last to read the former name.",
        remedy: "Write `\(key)`.",
      )
    case .formerKeyBesideNew(let former, let key, let line, let file):
      Diagnostic(
        .error,
        "two names of one key",
        detail:
          "`\(former)` is the former name of `\(key)`, which stands in \(lineWords(line, of: file)).",
        remedy: "Remove `\(former)`.",
      )
    case .absentKey(let key, let record, let reason):
      Diagnostic(
        .error,
        "unknown key",
        detail: "`\(key)` is not a key of \(record): \(reason.words).",
        remedy: reason.remedy,
      )
    case .foreignKey(let key, let topologies):
      Diagnostic(
        .error,
        "key of another topology",
        detail: "`\(key)` has a meaning only in a fleet with \(Self.text(topologies)).",
        remedy: "Leave it out, or change the fleet's topology.",
      )
    case .secret(let key, let record, let isReferred):
      Diagnostic(
        .error,
        "secret in the file",
        detail: "`\(key)` is not a key of \(record), and a secret does not belong in this file.",
        remedy: isReferred
          ? "Remove it, give the secret a new value, and say where it comes from under `credentials`."
          : "Remove it, and give the secret a new value.",
      )
    }
  }

  /// A value that only lacks its quotes is shown with them.
  private static func remedy(_ wanted: Kind, _ found: Kind, _ text: String?) -> String? {
    if found == .nothing { return "Give it a value, or leave the key out." }
    return wanted == .text ? text.map { "Put it in quotes: `\"\($0)\"`." } : nil
  }

  /// As a question, in the form of help.
  private static func nearest(to word: String, among known: [String]) -> String? {
    Suggestion.nearest(to: word, among: known).map { "Did you mean `\($0)`?" }
  }

  /// One number, or from and to.
  private static func text(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
  }

  /// As the file has them.
  private static func text(_ topologies: [Topology]) -> String {
    Sentence.or(topologies.map { "topology: \($0.rawValue)" })
  }
}

extension TableProblem.Kind {
  /// As it follows `must be`, `not`, or the key.
  fileprivate var words: String {
    switch self {
    case .text: "text"
    case .flag: "`true` or `false`"
    case .number: "a number"
    case .wholeNumber: "a whole number"
    case .list: "a list"
    case .mapping: "a mapping"
    case .nothing: "nothing"
    }
  }
}

extension Topology {
  /// As it follows on the name of a platform that it does not run on.
  fileprivate var reasonAgainstOtherPlatforms: String {
    switch self {
    case .receive, .collector: "is not supported with `topology: \(rawValue)`"
    case .federate:
      """
      is not supported with `topology: federate`: behind a load balancer its Prometheus would have \
      no guard but the network; `topology: receive` has one
      """
    case .sidecar:
      """
      is not supported with `topology: sidecar`, whose way in is a load balancer or an Ingress; \
      `topology: receive` has Routes
      """
    }
  }
}

extension AbsentKey {
  /// As it follows `must be`, `not`, or the key.
  fileprivate var words: String {
    switch self {
    case .oneTopology:
      "the hub takes metrics in one way, so clusters of two topologies are two fleets"
    case .pullSecrets: "they are named once for all pods"
    case .named(let key): "it is called `\(key)` here"
    case .beside: "it stands one level further out"
    case .proxy: "the way out is named once for all pods"
    }
  }

  /// What to write instead.
  fileprivate var remedy: String {
    switch self {
    case .oneTopology: "Leave it out."
    case .pullSecrets:
      "Write `images: {pullSecrets: [NAME]}` at the top of the file."
    case .named(let key): "Write `\(key)`, and look up what it takes with `fedctl explain`."
    case .beside(let key): "Write `\(key)` beside this mapping, not in it."
    case .proxy: "Write `proxy: {https: URL}` at the top of the file, or under one cluster."
    }
  }
}

extension CountReason {
  /// As it follows `must be`, `not`, or the key.
  fileprivate var words: String {
    switch self {
    case .plenty: "16 are plenty"
    case .millionIsPlenty: "a million is plenty"
    case .answerNeedsBytes: "it is a number of bytes, and an answer needs some"
    case .seconds: "it is a number of seconds"
    case .port: "it is a port of TCP"
    case .unprivilegedPort: "its user may open no other"
    case .leaveOutForNone: "to have no limit, leave it out"
    case .onePerNode: "each node has one"
    case .writtenTwice: "two would write every sample twice"
    case .countedTwice: "two would count everything twice"
    case .sharedElsewhere: "those that share the work are for `topology: receive`"
    case .destroysData: "two compactors on one bucket destroy data"
    case .ownDatabase: "its database is a file of one pod"
    case .copies: "Prometheus replicas are copies of one another"
    case .mixedSamples: "the load balancer would mix the samples of two"
    case .neverAgree: "Grafana would ask now one, now the other, and they never agree"
    }
  }
}
