/// How long ago something last happened, as a query.
///
/// Three things go wrong with `time() - gauge`. A process that has just started says 0 until its
/// first event, which would be an age of 56 years; once the process has gone, its gauge is no longer
/// found after five minutes, just when the age begins to matter; and of several copies one is newest.
enum Age {
  /// By a gauge that holds a time in seconds, for each cluster.
  ///
  /// The newest time of a day is looked for, so an age is seen until it is a day long, and nothing is
  /// shown of a cluster where nothing has happened yet.
  static func since(_ gauge: String, _ known: Attribution = .label) -> String {
    "time() - max by (cluster) (\(known.attributed("max_over_time(\(gauge)[1d]) > 0")))"
  }

  /// Of the newest sample of a series, for each cluster.
  ///
  /// Exact while there are samples, and right to five minutes when they have ceased: the time of the
  /// last one is then looked for among times five minutes apart, so that a dashboard stays quick.
  static func ofSamples(_ series: String, _ known: Attribution = .label) -> String {
    // Of the series as it is: what has been made of one is as new as the question.
    let newest = "max by (cluster) (\(known.attributed("timestamp(\(series))")))"
    return "time() - (\(newest) or max_over_time(\(newest)[1d:5m]))"
  }
}
