import Metrics

/// What receive's pods tell of themselves, by tenant; where all clusters share one, that is of all of them.
///
/// Names as in thanos-io/thanos:pkg/receive/handler.go and prometheus/prometheus:tsdb/head.go.
struct ReceiveTelling: Sendable {
  fileprivate static let series = "prometheus_tsdb_head_series"
  fileprivate static let samples = "prometheus_tsdb_head_samples_appended_total"
  /// A histogram of the samples of a request, by the status that was answered.
  fileprivate static let written = "thanos_receive_write_samples_sum"

  /// The families that are asked for.
  static let families: Set<String> = [series, samples, written]

  let tenants: [String: ReceiveFigures]

  init(_ samples: [ExposedSample]) {
    tenants = samples.reduce(into: [:]) { tenants, sample in
      guard let tenant = sample.labels["tenant"], let count = Int(exactly: sample.value.rounded())
      else { return }
      tenants[tenant, default: ReceiveFigures()].add(sample, count)
    }
  }

  /// Of all tenants together.
  var sum: ReceiveFigures {
    tenants.values.reduce(into: ReceiveFigures()) { sum, one in
      sum.series += one.series
      sum.samples += one.samples
      sum.refused.merge(one.refused, uniquingKeysWith: +)
    }
  }
}

extension ReceiveFigures {
  fileprivate mutating func add(_ sample: ExposedSample, _ count: Int) {
    switch sample.name {
    case ReceiveTelling.series: series += count
    case ReceiveTelling.samples: samples += count
    default:
      guard let status = sample.labels["code"].flatMap({ Int($0) }), status >= 300, count > 0
      else { return }
      refused[status, default: 0] += count
    }
  }
}
