import JSON

/// One line of the table that the reader, the JSON Schema and the starter file are made from.
struct Key: Sendable {
  /// Whether the key must be set, and what holds where it is not.
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
  /// A value that the key may have; nil where its standard, the starter file's or its form's will do.
  let example: JSON?
  /// Whether `{fromEnvironment: NAME}` may stand in place of its text, or of its values where it has some.
  let takesVariables: Bool
  /// What the release before this one called it: still read, with a warning.
  let formerName: String?

  init(
    _ name: String,
    _ shape: Shape,
    _ presence: Presence,
    _ documentation: String,
    only topologies: [Topology] = [],
    starter: Starter = .absent,
    example: JSON? = nil,
    takesVariables: Bool = false,
    formerly formerName: String? = nil,
  ) {
    self.name = name
    self.shape = shape
    self.topologies = topologies
    self.presence = presence
    self.documentation = documentation
    self.starter = starter
    self.example = example
    self.takesVariables = takesVariables
    self.formerName = formerName
  }
}
