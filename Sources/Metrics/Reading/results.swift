import FoundationEssentials
import JSON

extension [Sample] {
  /// The `data` of an instant query.
  init(result data: JSON) throws(MetricsFlaw) {
    let type = data["resultType"]?.stringValue
    switch (type, data["result"]) {
    case ("vector", .array(let items)?):
      self = try items.filter { $0["histogram"] == nil }.map { item throws(MetricsFlaw) in
        guard let labels = item["metric"], let pair = item["value"] else { throw .noSample }
        let point = try Series.Point(reading: pair)
        return Sample(labels: try Labels(reading: labels), time: point.time, value: point.value)
      }
    case ("scalar", let pair?):
      let point = try Series.Point(reading: pair)
      self = [Sample(time: point.time, value: point.value)]
    default: throw .otherData(found: type)
    }
  }
}

extension [Series] {
  /// The `data` of a range query.
  init(result data: JSON) throws(MetricsFlaw) {
    let type = data["resultType"]?.stringValue
    guard type == "matrix", let items = data["result"]?.arrayValue else {
      throw .otherData(found: type)
    }
    self = try items.map { item throws(MetricsFlaw) in
      guard let labels = item["metric"] else { throw .noSample }
      let points = try (item["values"]?.arrayValue ?? []).map { pair throws(MetricsFlaw) in
        try Series.Point(reading: pair)
      }
      return Series(labels: try Labels(reading: labels), points: points)
    }
  }
}

extension Labels {
  /// An object of texts.
  init(reading item: JSON) throws(MetricsFlaw) {
    guard let members = item.objectValue else { throw .noSample }
    self = [:]
    for member in members {
      guard let value = member.value.stringValue else { throw .noSample }
      self[member.key] = value
    }
  }
}

extension Series.Point {
  /// A time as a number and a value as text, for JSON has no NaN.
  fileprivate init(reading pair: JSON) throws(MetricsFlaw) {
    guard let time = pair[0]?.number, let value = pair[1]?.stringValue.flatMap(Double.init) else {
      throw .noSample
    }
    self.init(time: Date(timeIntervalSince1970: time), value: value)
  }
}

extension JSON {
  /// A number of either kind.
  var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .double(let value): value
    case .null, .bool, .string, .array, .object: nil
    }
  }

  /// A time in milliseconds since 1970; nil for the ends of time, with which programs mean that there is none.
  var milliseconds: Date? {
    guard let number, abs(number) < 9e15 else { return nil }
    return Date(timeIntervalSince1970: number / 1_000)
  }
}
