package import Fleet
import FoundationEssentials
import HTTP
import Metrics
import Templates

/// Writes to a demonstration's Prometheus what its clusters would send, for none of them runs anything.
package struct DemoFeed: Sendable {
  private let url: String
  private let clusters: [ClusterArrivals]
  private let transport: HTTPTransport

  /// Nothing is written yet.
  package init(of fleet: Fleet, to url: String) throws {
    self.url = url
    clusters = arrivals(of: fleet).clusters
    transport = try HTTPTransport()
  }

  /// Writes a sample of each series; whether it was taken, whoever asks for the series sees.
  package func write() async {
    let now = Date()
    let request = HTTPRequest(
      .post,
      "\(url)/api/v1/write",
      headers: WriteRequest.headers.map { HTTPHeader($0.name, $0.value) },
      body: WriteRequest(clusters.flatMap { Self.series(of: $0, at: now) }).body,
      timeout: .seconds(10),
    )
    _ = try? await transport.send(request)
  }

  /// Goes on as often as the clusters would, until it is cancelled.
  package func keepWriting() async {
    let pause = Duration.seconds(clusters.map(\.interval).min() ?? 30)
    while (try? await Task.sleep(for: pause)) != nil { await write() }
  }

  /// One for each selector that the file has, as OpenShift's own Prometheus would send it.
  static func series(of cluster: ClusterArrivals, at time: Date) -> [Series] {
    cluster.families.compactMap { MetricNames($0)?.pattern }.map { name in
      var labels: Labels = ["__name__": name, "job": "prometheus-k8s"]
      for label in cluster.labels { labels[label.name] = label.value }
      return Series(labels: labels, points: [Series.Point(time: time, value: 1)])
    }
  }
}
