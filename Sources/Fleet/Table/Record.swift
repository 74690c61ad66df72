import YAML

/// A mapping whose keys are known.
struct Record: Sendable {
  /// As errors call it, as in `a cluster`.
  let noun: String
  var keys: [Key]
  /// Keys that this record has under other topologies.
  var foreign: [String: [Topology]] = [:]
  /// Keys that one would look for here, and why there are none.
  var absent: [String: AbsentKey] = [:]
  /// Whether keys that begin with `x-` are the user's own, as anchors need a place.
  var hasExtensions = false
  /// What is said of a key that looks like a secret.
  var secrets = Secrets.unneeded
  /// How many of the keys must be set.
  var choice = Choice.any
  /// What is wrong between keys of one such mapping, wherever it stands; each key by itself is checked already.
  var flaws: @Sendable (Node) -> [FleetProblem] = { _ in [] }
  /// Whether it is of pods that run on every node, so that nobody says once for all where they run.
  var runsEverywhere = false

  /// What is advised where somebody writes a secret into the file.
  enum Secrets: Sendable {
    case unneeded
    /// The file says where they come from, in the bucket's `credentials`.
    case referred
  }

  /// How many of the record's keys go together.
  enum Choice: Sendable {
    case any
    /// One at least.
    case some
    case exactlyOne
  }

  /// Whether a key is the user's own.
  func isExtension(_ name: String) -> Bool { hasExtensions && name.hasPrefix("x-") }

  subscript(name: String) -> Key? { keys.first { $0.name == name } }
}
