import JSON

/// What a value of the fleet file may be.
indirect enum Shape: Sendable {
  case text(TextForm)
  case flag
  /// A whole number; the reason says why no other will do.
  case count(ClosedRange<Int>, because: String)
  /// One of some words; others that make sense elsewhere are refused, each with a reason, which
  /// follows on the word.
  case choice([String], refused: [String: String] = [:])
  case list(of: Shape)
  /// Keys that the user chooses.
  case map(keys: TextForm, values: TextForm)
  /// Keys that fedctl knows.
  case record(Record)
  /// One word, or a record in its place.
  case word(String, or: Record)
  /// Any mapping, handed on as it is.
  case anything
}

/// A mapping whose keys are known.
struct Record: Sendable {
  /// As errors call it, as in `a cluster`.
  let noun: String
  var keys: [Key]
  /// Keys that this record has under other topologies.
  var foreign: [String: [Topology]] = [:]
  /// Keys that one would look for here, and why there are none.
  var absent: [String: String] = [:]
  /// What is said of a key that looks like a secret.
  var secrets = Secrets.unneeded
  /// How many of the keys must be set.
  var choice = Choice.any

  enum Secrets: Sendable {
    case unneeded
    /// The file says where they come from, in the bucket's `credentials`.
    case referred

    var remedy: String {
      switch self {
      case .unneeded: "Remove it, and give the secret a new value."
      case .referred:
        "Remove it, give the secret a new value, and say where it comes from under `credentials`."
      }
    }
  }

  enum Choice: Sendable {
    case any
    case exactlyOne
  }

  subscript(name: String) -> Key? { keys.first { $0.name == name } }
}

/// One line of the table that the reader, the JSON Schema and the starter file are made from.
struct Key: Sendable {
  enum Presence: Hashable, Sendable {
    case required
    /// Absent stays absent.
    case optional
    /// The value of an absent key; records are filled further from their own keys.
    case standard(JSON)
  }

  /// How `fedctl init` writes the key.
  enum Starter: Hashable, Sendable {
    case absent
    case set(JSON)
    case commentedOut(JSON)
    /// A record with its own keys.
    case section
    /// The same, of a fleet on one platform alone.
    case sectionOn(Platform)
  }

  let name: String
  var shape: Shape
  /// The topologies that have the key; none are named where all have it.
  let topologies: [Topology]
  let presence: Presence
  let documentation: String
  let starter: Starter

  init(
    _ name: String,
    _ shape: Shape,
    _ presence: Presence,
    _ documentation: String,
    only topologies: [Topology] = [],
    starter: Starter = .absent,
  ) {
    self.name = name
    self.shape = shape
    self.topologies = topologies
    self.presence = presence
    self.documentation = documentation
    self.starter = starter
  }
}
