/// All that is told of a report or a trend, before any form of output.
struct UsageDocument {
  /// What it is about, in a line.
  let title: String
  /// When, how finely, and of what clusters: a line each.
  let facts: [String]
  /// What was compared, then what was used.
  let tables: [UsageTable]
  /// What is not known, a sentence each.
  let gaps: [String]
  /// How figures came about, a sentence each.
  let method: [String]
  /// What was asked; none where the form of output leaves it out.
  var queries: [Query]

  /// A question with what it is called.
  struct Query {
    let name: String
    let expression: String
  }
}
