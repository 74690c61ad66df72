import Foundation
import JSON
import Objects
import Templates
import TestSupport
import Testing

@testable import Fleet

/// The way of the samples from a cluster to the hub, from real Prometheus to real Prometheus, with
/// what is rendered.
@Suite(
  .waitsForPrograms,
  .enabled(if: PrometheusProcess.isInstalled, "Prometheus itself is the witness"),
)
struct RemoteWriteTests {
  /// A way to the hub, and the name under which a cluster looks for it there.
  struct WayIn: CustomTestStringConvertible, Sendable {
    let name: String
    let host: String
    let fleet: @Sendable (_ port: Int) -> Fleet
    var testDescription: String { name }

    static let all = [route, ingress, loadBalancer]

    static let route = WayIn(name: "a Route", host: "localhost") { _ in
      var fleet = Example.receive.fleet
      fleet.clusters[0].writer.platformSeries.match = []
      return fleet
    }

    static let ingress = WayIn(name: "an Ingress", host: "localhost") { port in
      var fleet = Example.kubernetes.fleet
      fleet.ingress?.authority = .secret
      fleet.ingress?.host = "localhost:\(port)"
      return fleet
    }

    static let loadBalancer = WayIn(name: "a load balancer", host: "metrics.example.com") { port in
      var fleet = Example.kubernetes.fleet
      fleet.useLoadBalancer(at: port)
      return fleet
    }
  }

  @Test(arguments: WayIn.all)
  func `what a cluster measures arrives at the hub under the cluster's labels`(_ way: WayIn) throws
  {
    let certificate = try TestCertificate(for: way.host)
    let hub = try receiving()
    let proxy = try TokenProxy(to: hub, certificate, token: "SECRET")
    let fleet = way.fleet(proxy.port)
    let cluster = try writing(fleet, to: proxy, trusting: certificate, token: "SECRET")
    let found = try hub.series("up{job=\"federated-prometheus\"} == 1", atLeast: 1)
    let labels = fleet.clusters[0].externalLabels.map { ($0.name, JSON.string($0.value)) }
    let own: JSON = [
      "__name__": "up", "job": "federated-prometheus",
      "instance": .string("127.0.0.1:\(cluster.port)"),
    ]
    #expect(found.first?["metric"]?.contains(JSON.object(JSONObject(labels)).merging(own)) == true)
    #expect(try proxy.hasOnly(.passed))
  }

  @Test func `of what it measures of itself the hub gets what it has a use for`() throws {
    let certificate = try TestCertificate(for: "localhost")
    let hub = try receiving()
    let proxy = try TokenProxy(to: hub, certificate, token: "SECRET")
    let fleet = WayIn.route.fleet(proxy.port)
    let cluster = try writing(fleet, to: proxy, trusting: certificate, token: "SECRET")
    let lag = "prometheus_remote_storage_queue_highest_sent_timestamp_seconds"
    #expect(try !hub.series(lag, atLeast: 1).isEmpty)
    #expect(try !hub.series("up", atLeast: 1).isEmpty)
    #expect(try !cluster.series("go_goroutines", atLeast: 1).isEmpty)
    #expect(try hub.series("{__name__=~\"(go|process|net)_.+|scrape_.+\"}", atLeast: 0).isEmpty)
    #expect(try hub.series("{__tmp_verdict!=\"\"}", atLeast: 0).isEmpty)
  }

  @Test func `nothing arrives with a token that is not the cluster's`() throws {
    let certificate = try TestCertificate(for: "localhost")
    let hub = try receiving()
    let proxy = try TokenProxy(to: hub, certificate, token: "SECRET")
    let fleet = WayIn.route.fleet(proxy.port)
    let cluster = try writing(fleet, to: proxy, trusting: certificate, token: "ANOTHER")
    #expect(try proxy.hasOnly(.refused))
    #expect(try hub.series("{cluster=\"cluster1\"}", atLeast: 0).isEmpty)
    #expect(try !cluster.series("up", atLeast: 1).isEmpty)
  }

  @Test(arguments: WayIn.all)
  func `nothing is sent to a hub whose certificate another authority made`(_ way: WayIn) throws {
    let certificate = try TestCertificate(for: way.host)
    let hub = try receiving()
    let proxy = try TokenProxy(to: hub, certificate, token: "SECRET")
    let stranger = try TestCertificate(for: way.host)
    let fleet = way.fleet(proxy.port)
    let cluster = try writing(fleet, to: proxy, trusting: stranger, token: "SECRET")
    #expect(try proxy.hasOnly(.untrusted))
    #expect(try hub.series("{cluster=\"cluster1\"}", atLeast: 0).isEmpty)
    #expect(try !cluster.series("up", atLeast: 1).isEmpty)
  }

  // MARK: Parts

  private func receiving() throws -> PrometheusProcess {
    try PrometheusProcess.started(arguments: ["--web.enable-remote-write-receiver"]) { _ in
      ["global": ["scrape_interval": "1s"]]
    }
  }

  /// The first cluster's Prometheus with its rendered configuration, and with what apply would have
  /// handed to it.
  private func writing(
    _ fleet: Fleet,
    to proxy: TokenProxy,
    trusting authority: TestCertificate,
    token: String,
  ) throws -> PrometheusProcess {
    let manifests = try render(fleet).manifests
    let pem = try String(contentsOfFile: authority.file, encoding: .utf8)
    let handed = handedOver(manifests, from: proxy, authority: pem, token: token)
    return try PrometheusProcess.started { port in
      let operatorMade = try OperatorConfiguration(
        of: "cluster1",
        in: manifests,
        values: handed,
        authorityFile: authority.file,
      )
      let text = try operatorMade.configuration().quickened().text()
        .replacing("127.0.0.1:9090", with: "127.0.0.1:\(port)")
      return try JSON(parsing: text).merging(["remote_write": [operatorMade.remoteWrite()]])
    }
  }

  private func handedOver(
    _ manifests: [Manifest],
    from proxy: TokenProxy,
    authority: String,
    token: String,
  ) -> [PendingValue: String] {
    let pairs = manifests.flatMap(\.bindings).flatMap(\.values).compactMap { value in
      guard case .handOff(let handOff) = value else { return nil as (PendingValue, String)? }
      return switch handOff.field {
      case .admittedHost: (value, "localhost:\(proxy.port)")
      case .loadBalancerHost: (value, "127.0.0.1")
      case .data(key: "token"): (value, token)
      case .data: (value, authority)
      default: nil
      }
    }
    return Dictionary(pairs) { $1 }
  }
}
