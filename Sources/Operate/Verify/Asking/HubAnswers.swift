import FoundationEssentials
import Metrics

/// What the hub has answered.
struct HubAnswers: Sendable {
  /// Of one question: an answer, or why there is none.
  typealias Told<Value: Sendable> = Result<Answered<Value>, MetricsFailure>

  /// By the hub's clock, when it was asked.
  let moment: Date
  /// By how many seconds the hub's clock is ahead of this machine's.
  let skew: Double
  /// When it was asked, by this machine's clock.
  var asked: Date { moment.addingTimeInterval(-skew) }
  var series: Told<[Sample]>
  var newest: Told<[Sample]>
  var copies: Told<[Sample]>
  var rhythm: Told<[Series]>
  /// Of all expressions together; one that fails makes all of them fail.
  var families: Told<[Sample]>
  /// nil where nothing was asked.
  var writers: Told<[Sample]>?
  /// nil where nothing was asked.
  var stores: Told<[StoreEndpoint]>?
  var rules: Told<[RuleGroup]>?
  var watch: Told<[Sample]>?
  /// What one of receive's pods tells of itself.
  var receive: Told<[ExposedSample]>?
  /// Of those of which nothing newer was found.
  var earlier: Told<[Sample]>?
  /// What the bucket tells; nil where the fleet has none, or nobody has looked.
  var bucket: BucketAnswer?
  /// Whose samples came when a block that has them must be there by now; nil where nothing hung on that.
  var established: Told<[Sample]>?
  /// The values of `cluster` in the last thirty days, where some had nothing in the last day.
  var known: Told<[String]>?
  /// How many questions that took.
  var count: Int
}

extension HubAnswers {
  /// What the querier says of stores that it did not reach, each sentence once.
  var warnings: [String] {
    func said<Value>(_ told: Told<Value>?) -> [String] { (try? told?.get())?.warnings ?? [] }
    var seen: Set<String> = []
    let all =
      said(series) + said(newest) + said(copies) + said(rhythm) + said(families) + said(earlier)
    return all.filter { seen.insert($0).inserted }
  }
}
