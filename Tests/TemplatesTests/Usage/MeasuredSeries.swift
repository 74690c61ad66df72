import JSON

/// One series, a sample a minute.
struct MeasuredSeries {
  var labels: [String: String]
  /// By seconds since 1970.
  let samples: [(time: Double, value: Double)]

  /// When the set ends; two hours of a block begin an hour before.
  static let end = 1_790_010_000
  static let minutes = 30

  /// The time of a minute of the set.
  static func now(_ minute: Int) -> Double { Double(end - (minutes - minute) * 60) }

  init(_ name: String, _ labels: [String: String], _ value: (_ minute: Int) -> Double) {
    self.labels = labels.merging(["__name__": name]) { $1 }
    samples = (0...Self.minutes).map { (Self.now($0), value($0)) }
  }

  static func gauge(_ name: String, _ labels: [String: String], _ value: Double) -> MeasuredSeries {
    MeasuredSeries(name, labels) { _ in value }
  }

  /// - `aSecond`: by how much it grows.
  static func counter(_ name: String, _ labels: [String: String], aSecond: Double) -> MeasuredSeries
  {
    MeasuredSeries(name, labels) { Double($0 * 60) * aSecond }
  }

  /// An element of what Prometheus answers with a matrix.
  init?(_ answer: JSON, named name: String? = nil) {
    guard let metric = answer["metric"]?.objectValue, let values = answer["values"]?.arrayValue
    else {
      return nil
    }
    labels = Dictionary(metric.map { ($0.key, $0.value.stringValue ?? "") }) { $1 }
    if let name { labels["__name__"] = name }
    samples = values.compactMap { pair in
      guard let time = pair[0].flatMap({ Double($0.text()) }),
        let value = pair[1]?.stringValue.flatMap(Double.init)
      else { return nil }
      return (time, value)
    }
  }

  /// As OpenMetrics has it.
  var text: String {
    let pairs = labels.filter { $0.key != "__name__" }.sorted { $0.key < $1.key }
      .map { "\($0.key)=\(JSON.string($0.value).text())" }
    let head = "\(labels["__name__"] ?? ""){\(pairs.joined(separator: ","))}"
    return samples.map { "\(head) \($0.value) \($0.time)\n" }.joined()
  }
}
