import Apply
import Fleet
import FoundationEssentials
import HTTP
import JSON
import Metrics
import Operate
import TestSupport
import Testing

/// A real Prometheus as a hub, to which a test writes whatever clusters would.
struct VerifiedHub {
  let prometheus: PrometheusProcess
  let transport: HTTPTransport
  /// What all samples are counted from.
  let now = Date()

  /// Nothing has arrived yet.
  init() throws {
    prometheus = try PrometheusProcess.started(
      arguments: ["--web.enable-remote-write-receiver"]
    ) { _ in ["storage": ["tsdb": ["out_of_order_time_window": "2d"]]] }
    transport = try HTTPTransport()
  }

  var url: String { "http://127.0.0.1:\(prometheus.port)" }

  /// Takes in series, as from a cluster's Prometheus.
  func take(_ series: [Series]) async throws {
    let response = try await transport.send(
      HTTPRequest(
        .post,
        "\(url)/api/v1/write",
        headers: WriteRequest.headers.map { HTTPHeader($0.name, $0.value) },
        body: WriteRequest(series).body,
        timeout: .seconds(3_600),
      )
    )
    try #require(response.isSuccess, "\(String(decoding: response.body, as: UTF8.self))")
  }

  /// What is found of a fleet whose clusters nobody can ask.
  ///
  /// - `bucket`: what looks for its blocks.
  func report(
    on fleet: Fleet,
    only: Set<String> = [],
    bucket: BlockInquiry? = nil,
  ) async -> VerifyReport {
    await Verification(
      of: fleet,
      through: FleetClients(hub: "hub", ways: [:]),
      VerifySettings(
        way: .address(MetricsAddress(url)),
        clusters: only,
        limits: MetricsLimits(time: .seconds(3_600)),
        moment: now,
      ),
      over: transport,
      bucket: bucket,
    ).report()
  }

  /// How many questions of `verify` the hub has answered, as it counts itself.
  func questions() async throws -> Int {
    let answer = try await transport.send(
      HTTPRequest(.get, "\(url)/metrics", timeout: .seconds(3_600))
    )
    let asked =
      #/prometheus_http_requests_total\{.*handler="\/api\/v1\/(?:query|query_range|label\/.*|rules)"\} (\d+)/#
    return String(decoding: answer.body, as: UTF8.self).split(separator: "\n")
      .compactMap { $0.wholeMatch(of: asked).flatMap { Int($0.1) } }
      .reduce(0, +)
  }

  /// What promtool says to a query.
  func promtool(_ query: String) throws -> String {
    let said = try Tool.output(of: "promtool", ["query", "instant", url, query])
    return String(decoding: said, as: UTF8.self)
  }
}

/// The series of one cluster, made up.
struct WrittenCluster {
  var labels: Labels
  /// Seconds before now in which samples come, every fifteen.
  var seconds: ClosedRange<Int> = 5...1_800
  var names = [
    "up", "namespace:container_cpu_usage:sum", "namespace:container_memory_usage_bytes:sum",
  ]
  /// The values of `collector_replica`.
  var replicas = ["prometheus-0"]

  /// All series, with samples until `now`.
  func series(until now: Date) -> [Series] {
    replicas.flatMap { replica in
      names.map { name in
        let own: Labels = [
          "__name__": name, "job": "federated-prometheus", "collector_replica": replica,
        ]
        let times = stride(from: seconds.upperBound, through: seconds.lowerBound, by: -15)
        return Series(
          labels: own.merging(labels) { $1 },
          points: times.map { Series.Point(time: now.addingTimeInterval(-Double($0)), value: 1) },
        )
      }
    }
  }
}
