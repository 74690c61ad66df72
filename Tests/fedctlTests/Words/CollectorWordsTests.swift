import Diagnostics
import Fleet
import TestSupport
import Testing

@testable import fedctl

/// What is said of fleets with collectors, in full.
@Suite struct CollectorWordsTests {
  private func words(_ reading: FleetReading) -> [String] {
    reading.problems.map(\.diagnostic).map {
      [$0.summary, $0.detail, $0.remedy ?? ""].joined(separator: " | ")
    }
  }

  @Test(arguments: [
    (
      "name: hub", "externalLabels: {stage: test}",
      "missing key | The collector of this cluster has no `image`. | Name one of metrics-collector, of release 2.12 or later, in `defaults.collector`.",
    ),
    (
      "name: hub", "collector: {image: 'a:1', from: 'http://prometheus:9090'}",
      "invalid value | `http://prometheus:9090` has no TLS, and the collector shows it a token. | Write it as `https://prometheus.example.com:9091`.",
    ),
    (
      "name: hub", "collector: {image: 'a:1', rename: {up: 1up}}",
      "invalid value | `1up` is not the name of a metric. | Use letters, digits, `_` and `:`; begin with no digit.",
    ),
    (
      "name: hub", "collector: {image: 'a:1', match: ['{}']}",
      "federates everything | `{}` selects every series of the cluster. | Name the metrics that the hub needs, as in `{__name__=~\"cluster:.*\"}`.",
    ),
    (
      "name: hub", "collector: {image: 'a:1', extraArgs: ['--to-upload=https://a']}",
      "invalid value | `--to-upload` is set by fedctl: other parts of the fleet depend on it. | Leave it out; `fedctl schema` lists the keys that change what is rendered.",
    ),
    (
      "name: hub", "collector: {image: 'a:1', replicas: 2}",
      "invalid value | `replicas` must be 1: two would write every sample twice. | ",
    ),
    (
      "certificates: {lifetime: 2y}", "collector: {image: 'a:1'}",
      "invalid value | `2y` is too long. | Write less than 2y.",
    ),
  ])
  func `what cannot work is refused, and what is doubtful is told`(
    hub: String,
    cluster: String,
    expected: String,
  ) {
    #expect(words(Sample.collector(hub: hub, cluster: cluster).reading) == [expected])
  }

  @Test(arguments: [
    (
      "platform: kubernetes",
      "missing key | A hub on Kubernetes needs `loadBalancer`, for collectors to reach receive. | Write `loadBalancer: {}`, with `loadBalancerSourceRanges` where you know them.",
    ),
    (
      "loadBalancer: {}",
      "key of another platform | A hub on OpenShift is reached by a Route, so `loadBalancer` has no meaning. | Leave it out, or give the hub `platform: kubernetes`.",
    ),
  ])
  func `collectors reach the hub in the one way that its platform has`(
    hub: String,
    expected: String,
  ) {
    let reading = Sample.collector(hub: hub, cluster: "collector: {image: 'a:1'}").reading
    #expect(words(reading) == [expected])
  }
}
