/// Rows of a report under columns, which each form of output lays out in its own way.
struct UsageTable {
  /// A heading, with what the values are in.
  let title: String
  /// What the rows are, in a sentence; empty where the title says it.
  var caption = ""
  let columns: [Column]
  /// As many cells each as there are columns.
  var rows: [[String]]
  /// How many rows are left out for being small.
  var omitted = 0
  /// Listed below, a line each: what has no row.
  var notes: [String] = []
  /// What was asked for the values, in PromQL; nil where no single question was.
  var query: String?
  /// What is drawn of the rows.
  var charts: [UsageChart] = []
  /// Whether it is opened on a click where there is something to click on.
  var isFolded = false

  /// What stands above the cells of a column.
  struct Column {
    let title: String
    /// So many characters a terminal of 80 has for it; 0 where it has none.
    let width: Int
    /// Numbers stand to the right.
    var isNumber = true
  }
}

/// What can be drawn of a table's rows.
enum UsageChart {
  /// Bars side by side: for each group, as a component, one for each series, as a build.
  case bars(BarChart)
  /// Differences with what they may be by chance, around a line at zero.
  case intervals(IntervalChart)
  /// Lines over time.
  case lines(LineChart)
}
