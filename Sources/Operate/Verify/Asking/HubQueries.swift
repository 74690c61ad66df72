import Fleet
import JSON
import Templates
import Text

/// What the hub is asked, in PromQL: each for all clusters at once, so that a thousand take no more than one.
struct HubQueries: Sendable {
  let arrivals: FleetArrivals

  /// The label that a family's answer bears: the place of its selector in the list.
  static let selectorLabel = "fedctl_selector"
  /// Bytes of an expression once it is percent-encoded: what is around it fits, too.
  private static let roomForExpression = 6_000

  /// By what clusters are told apart, as a grouping has it.
  private var grouping: String { Self.grouping(arrivals.labels) }

  private static func grouping(_ labels: [String]) -> String {
    "by (\(labels.joined(separator: ", ")))"
  }

  /// How many series bear which labels now, and which tenant's they are; fedctl's own is none of a cluster's.
  var series: String {
    let labels = arrivals.labels + [arrivals.tenants?.label].compactMap(\.self)
    return "count \(Self.grouping(labels)) ({cluster!=\"\",__name__!=\"\(Probe.name)\"})"
  }

  /// The time of each cluster's newest sample between ten minutes before and an hour after now, to be asked for at
  /// `newestMoment` after now: a clock that is fast makes samples that no query about now finds.
  ///
  /// A sample is found for five minutes, so steps of five minutes find the newest whatever they begin with.
  var newest: String { newest(arrivals.pulse, over: "70m") }

  /// Seconds after now.
  static let newestMoment = 3_600.0

  /// The same of the last day, for those of which nothing newer was found.
  func earlier(of clusters: [String]) -> String {
    let names = Self.expression(for: clusters)
    let isShort = PercentEncoding.strict(names).utf8.count < Self.roomForExpression / 2
    let pulse = isShort ? narrowed(to: names) : arrivals.pulse
    return newest(pulse, over: "1d")
  }

  private func newest(_ pulse: String, over range: String) -> String {
    "max \(grouping) (max_over_time(timestamp(\(pulse))[\(range):5m]))"
  }

  /// The pulse of some clusters, by an expression for their names.
  private func narrowed(to names: String) -> String {
    guard let brace = arrivals.pulse.lastIndex(of: "}") else { return arrivals.pulse }
    return "\(arrivals.pulse[..<brace]),cluster=~\(JSON.string(names).text())}"
  }

  /// Of whom samples came so long ago that a block that has them must be in the bucket by now.
  var established: String {
    "count \(grouping) (\(arrivals.pulse) offset \(Int(BlockAge.limit))s)"
  }

  /// How many writers' series come under which replicas' labels.
  var copies: String {
    "count \(Self.grouping(arrivals.labels + arrivals.replicaLabels)) (\(arrivals.pulse))"
  }

  /// How many samples came of each cluster's best writer in each window of the last hour.
  var rhythm: String {
    "max \(grouping) (count_over_time(\(arrivals.pulse)[\(window)s]))"
  }

  /// Seconds: a few samples of the slowest cluster.
  var window: Int { max(60, 3 * (arrivals.clusters.map(\.interval).max() ?? 30)) }

  /// The label that a writer's figure bears: a case of `WriterFigure`.
  static let figureLabel = "fedctl_figure"

  /// What each cluster's Prometheus, or its sidecar, says of its own writing, for they send that along; nil where none
  /// does.
  var writers: String? {
    let figures = (arrivals.hasWriters ? writing : []) + (arrivals.hasUploaders ? [upload] : [])
    guard !figures.isEmpty else { return nil }
    return figures.map { figure, expression in
      "label_replace(\(expression),\"\(Self.figureLabel)\",\"\(figure.rawValue)\",\"\",\"\")"
    }.joined(separator: " or ")
  }

  /// Rates are those of ten minutes, so that a figure comes of what is sent every few minutes, too.
  private var writing: [(WriterFigure, String)] {
    let refused = "prometheus_remote_storage_samples_failed_total{cluster!=\"\"}"
    let retried = "prometheus_remote_storage_samples_retried_total{cluster!=\"\"}"
    let newest = "prometheus_remote_storage_highest_timestamp_in_seconds{cluster!=\"\"}"
    let sent = "prometheus_remote_storage_queue_highest_sent_timestamp_seconds{cluster!=\"\"}"
    return [
      (.refused, "sum \(grouping) (rate(\(refused)[10m]))"),
      (.retried, "sum \(grouping) (rate(\(retried)[10m]))"),
      (.lag, "max \(grouping) (\(newest)) - max \(grouping) (\(sent) > 0)"),
    ]
  }

  /// How long ago something of the cluster last reached the bucket; nothing of one that has uploaded nothing yet.
  private var upload: (WriterFigure, String) {
    let time = "\(Self.uploadTime){cluster!=\"\"}"
    return (.upload, "time() - max \(grouping) (max_over_time(\(time)[1d]) > 0)")
  }

  /// What every Thanos process that uploads has: seconds since 1970.
  static let uploadTime = "thanos_objstore_bucket_last_successful_upload_time"

  /// What the hub's monitor is asked of the compactor, and of receive.
  static let watch = """
    label_replace(max(thanos_compact_halted) > 0,"\(figureLabel)","halted","","") \
    or label_replace(time() - max(max_over_time(\(uploadTime){job=~"thanos-receive.*"}[1d]) > 0),\
    "\(figureLabel)","\(WriterFigure.upload.rawValue)","","")
    """

  /// All selectors of the fleet, each once.
  var selectors: [String] {
    var seen: Set<String> = []
    return arrivals.clusters.flatMap(\.families).filter { seen.insert($0).inserted }
  }

  /// Which clusters have anything of which selector: as few expressions as can be sent.
  ///
  /// There are more of them where the file selects more, and never for more clusters.
  var families: [String] {
    var expressions: [String] = []
    var size = 0
    for (place, selector) in selectors.enumerated() {
      let part =
        "label_replace(count \(grouping) (\(selector)),\"\(Self.selectorLabel)\",\"\(place)\",\"\",\"\")"
      let length = PercentEncoding.strict(part).utf8.count + 10
      if let last = expressions.last, size + length <= Self.roomForExpression {
        expressions[expressions.count - 1] = "\(last) or \(part)"
        size += length
      } else {
        expressions.append(part)
        size = length
      }
    }
    return expressions
  }

  /// An expression for whole names, in which nothing has another meaning.
  private static func expression(for names: [String]) -> String {
    names.map { name in
      name.map { $0.isLetter || $0.isNumber || "-_".contains($0) ? "\($0)" : "\\\($0)" }.joined()
    }.joined(separator: "|")
  }
}

/// What a Prometheus that writes to the hub tells of that.
enum WriterFigure: String, Sendable {
  /// Samples a second that were refused for good.
  case refused
  /// Samples a second that have to be sent again.
  case retried
  /// Seconds by which what was sent is behind what is there.
  case lag
  /// Seconds since the last upload.
  case upload
}
