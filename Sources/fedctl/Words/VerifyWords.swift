import Diagnostics
import Fleet
import FoundationEssentials
import Metrics
import ObjectStore
import Objects
import Operate
import Text

/// What verify says around its findings.
enum VerifyWords {
  static let hub = "hub"

  /// The first line: what was asked, and when by its own clock.
  static func opening(_ report: VerifyReport) -> String {
    "Fleet \(report.fleet), by \(report.source.words) at \(RFC3339.text(of: report.moment)):"
  }

  /// Clusters of which nothing is amiss, with the span of their figures.
  static func arriving(_ clusters: [ClusterVerdict], at moment: Date) -> String {
    let names = NameRanges.folded(clusters.map(\.cluster)).joined(separator: ", ")
    let ages = clusters.flatMap(\.findings).compactMap(\.age)
    let series = clusters.compactMap(\.series)
    let blocks = clusters.compactMap { $0.blockAge(at: moment) }
    let probes = clusters.flatMap(\.findings).compactMap(\.probe)
    let told = [
      span(ages, "s").map { "newest sample \($0) old" }, span(series, "series"),
      span(blocks, "min").map { "newest block \($0) old" },
      span(probes, "s").map { "what was written as it found within \($0)" },
    ].compactMap(\.self)
    return "\(names)" + (told.isEmpty ? "" : ": \(told.joined(separator: ", "))")
  }

  /// `4 s`, or `4 s to 31 s`; nil of nothing.
  private static func span(_ numbers: [Int], _ unit: String) -> String? {
    guard let least = numbers.min(), let most = numbers.max() else { return nil }
    return least == most ? "\(least) \(unit)" : "\(least) to \(most) \(unit)"
  }

  /// The last line.
  static func sum(_ report: VerifyReport) -> String {
    let good = report.clusters.count { $0.gravity == .well }
    let all = Count(report.clusters.count, "cluster")
    let (errors, warnings) = (report.count(.error), report.count(.warning))
    let rest = errors + warnings == 0 ? "" : "; \(tally(errors, warnings))"
    return
      "\(good) of \(all) \(good == 1 || report.clusters.count == 1 ? "arrives" : "arrive") as the file says\(rest)."
  }

  private static func tally(_ errors: Int, _ warnings: Int) -> String {
    [
      errors > 0 ? Count(errors, "error").description : nil,
      warnings > 0 ? Count(warnings, "warning").description : nil,
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// While it is waited for.
  static func waiting(_ report: VerifyReport, left: Duration) -> String {
    let bad = report.clusters.filter { $0.gravity == .error }.map(\.cluster)
    let names = bad.isEmpty ? "the hub" : Sentence.some(NameRanges.folded(bad))
    return "Waiting for \(names), for \(left.words) more."
  }
}

extension VerifyReport.Source {
  /// Behind `by`.
  var words: String {
    switch self {
    case .service(let service, let cluster): "\(service) on \(cluster)"
    case .url(let url): url
    }
  }
}

extension VerifyFinding {
  /// As it stands before what was found.
  var title: String {
    switch self {
    case .arrival: "arrival"
    case .series: "series"
    case .writing: "writing"
    case .block: "bucket"
    case .hub: "hub"
    }
  }

  /// What was found, on one line.
  var words: String {
    switch self {
    case .arrival(let finding): finding.words
    case .series(let finding): finding.words
    case .writing(let finding): finding.words
    case .block(let finding): finding.words
    case .hub(let finding): finding.words
    }
  }

  /// What to do; there is something for each warning and error, and nil for all else.
  var remedy: String? {
    guard gravity > .untold else { return nil }
    return switch self {
    case .arrival(let finding): finding.remedy
    case .series(let finding): finding.remedy
    case .writing(let finding): finding.remedy
    case .block(let finding): finding.remedy
    case .hub(let finding): finding.remedy
    }
  }

  /// Seconds after which a sample that was written as the cluster was found; nil of anything else.
  fileprivate var probe: Int? {
    guard case .writing(.probeFound(let seconds)) = self else { return nil }
    return seconds
  }

  /// Seconds since the newest sample, of a cluster whose samples arrive.
  fileprivate var age: Int? {
    guard case .arrival(.arriving(let age)) = self else { return nil }
    return age
  }
}

extension ClusterVerdict {
  /// Minutes since the end of its newest block.
  fileprivate func blockAge(at moment: Date) -> Int? {
    block.map { Int(moment.timeIntervalSince($0.end) / 60) }
  }
}

extension ArrivalFinding {
  /// Behind the title.
  var words: String {
    switch self {
    case .arriving(let age): "newest sample \(age) s old"
    case .never: "nothing of it has arrived in thirty days"
    case .stopped(let moment): "nothing has arrived since \(RFC3339.text(of: moment))"
    case .silent: "nothing has arrived for a day or longer, and something had before"
    case .ahead(let seconds): "its newest sample is \(Self.span(seconds)) in the future"
    case .behind(let seconds):
      "its clock is slow: what it sends is \(Self.span(seconds)) old, or refused while the hub has newer samples"
    case .pulseless: "series arrive, and not the `up` of the Prometheus that writes them"
    case .untold: "the hub does not tell"
    }
  }

  /// What to do next; nothing where all is well.
  var remedy: String {
    switch self {
    case .arriving, .untold: ""
    case .never:
      "See that it is applied (`fedctl status`); what keeps its writer is told below where it can be seen."
    case .stopped, .silent:
      "See whether the cluster and its Prometheus run; what keeps its writer is told below where it can be seen."
    case .ahead, .behind: "Set the clocks of its nodes by NTP."
    case .pulseless: "See whether a patch or relabeling drops `up`."
    }
  }

  private static func span(_ seconds: Int) -> String { Duration.seconds(seconds).words }
}

extension SeriesFinding {
  /// Behind the title.
  var words: String {
    switch self {
    case .familiesMissing(let selectors, let all):
      "\(selectors.count) of \(Count(all, "selector")) \(selectors.count == 1 ? "finds" : "find") nothing: "
        + Sentence.some(selectors)
    case .otherLabels(let labels, let series):
      "\(Count(series, "series", many: "series")) with other labels than the file's: \(labels.words)"
    case .underOtherName(let labels, let series, let isCertain):
      "\(Count(series, "series", many: "series")) of it \(isCertain ? "come" : "seem to come") "
        + "as \(labels.words)"
    case .takenBy(let cluster, let series):
      "\(Count(series, "series", many: "series")) under its name are sent by \(cluster)"
    case .copiesMissing(let found, let wanted):
      "\(found.count) of \(Count(wanted, "replica")) \(found.count == 1 ? "writes" : "write"): \(Self.list(found))"
    case .copiesDoubled(let found, let wanted):
      "\(Count(found.count, "replica")) write, and the file has \(wanted): \(Self.list(found))"
    case .samplesDoubled(let times):
      "each series has \(times) times the samples of one writer: several write under the same labels"
    case .gaps(let count, let seconds, let last):
      "\(Count(count, "gap")) in the last hour, \(Duration.seconds(seconds).words) in all, the last from "
        + RFC3339.text(of: last)
    }
  }

  /// What to do next.
  var remedy: String {
    switch self {
    case .familiesMissing:
      "See whether the cluster has them at all; `fedctl plan` shows whether its monitors and selectors are as the file says."
    case .otherLabels:
      "`fedctl plan` shows whether its external labels are as the file says; a relabeling, or another writer, may set them."
    case .underOtherName:
      "Mend `externalLabels`, on the cluster or in the file: `fedctl plan` shows in which they differ."
    case .takenBy:
      "Mend the external labels of the cluster that sends them: its series and this one's cannot be told apart."
    case .copiesMissing:
      "See whether the pods of its Prometheus run (`fedctl status`)."
    case .copiesDoubled, .samplesDoubled:
      "Find the second writer, as a Prometheus from before or another fleet, and end it or give it labels of its own."
    case .gaps:
      "See the log of its Prometheus at that time, and whether the hub took everything."
    }
  }

  private static func list(_ values: [String]) -> String {
    Sentence.some(values.map { $0.isEmpty ? "one without a label" : Printable.text($0) })
  }
}

extension [ExternalLabel] {
  /// As Prometheus writes them.
  var words: String {
    "{\(map { "\($0.name)=\"\(Printable.text($0.value))\"" }.joined(separator: ", "))}"
  }
}
