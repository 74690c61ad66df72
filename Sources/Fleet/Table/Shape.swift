/// What a value of the fleet file may be.
indirect enum Shape: Sendable {
  case text(TextForm)
  case flag
  /// A whole number; the reason says why no other will do.
  case count(ClosedRange<Int>, because: CountReason)
  case choice([String])
  /// A platform that the topology runs on.
  case platform(Topology)
  case list(of: Shape)
  /// One text, or a list of some.
  case oneOrMore(TextForm)
  /// Keys that the user chooses.
  case map(keys: TextForm, values: TextForm)
  /// Keys that the user chooses, each with a mapping whose keys fedctl knows.
  case records(keys: TextForm, Record)
  /// Keys that fedctl knows.
  case record(Record)
  /// One word, or a record in its place.
  case word(String, or: Record)
  /// A text, or a record in its place that says more.
  case short(TextForm, or: Record)
  /// Any mapping, handed on as it is.
  case anything
  /// Any value at all.
  case value
}
