import Diagnostics
import Fleet
import TestSupport
import Testing

@testable import fedctl

/// What is said of fleets whose hub reads from the clusters, in full.
@Suite struct FederateWordsTests {
  private func words(_ reading: FleetReading) -> [String] {
    reading.problems.map(\.diagnostic).map {
      [$0.summary, $0.detail, $0.remedy ?? ""].joined(separator: " | ")
    }
  }

  @Test(arguments: [
    (
      "kubernetes", "name: hub", "name: a, openshiftVersion: '4.18'",
      "key of another topology | `openshiftVersion` has a meaning only in a fleet with `topology: receive` or `topology: collector`. | Leave it out, or change the fleet's topology.",
    ),
    (
      "kubernetes", "querier: {}", "name: a",
      "key of another topology | `querier` has a meaning only in a fleet with `topology: receive`, `topology: sidecar` or `topology: collector`. | Leave it out, or change the fleet's topology.",
    ),
    (
      "openshift", "name: hub", "name: a",
      "not supported | The platform `openshift` is not supported with `topology: federate`: behind a load balancer its Prometheus would have no guard but the network; `topology: receive` has one. | Use `kubernetes`.",
    ),
    (
      "kubernetes", "prometheus: {replicas: 2}", "name: a",
      "invalid value | `replicas` must be 1: Grafana would ask now one, now the other, and they never agree. | ",
    ),
    (
      "kubernetes", "name: hub", "name: a, prometheus: {replicas: 2}",
      "invalid value | `replicas` must be 1: the load balancer would mix the samples of two. | ",
    ),
    (
      "kubernetes", "name: hub", "name: a, federate: {match: ['{__name__=~\".+\"}']}",
      "federates everything | `{__name__=~\".+\"}` selects every series of the cluster. | Name the metrics that the hub needs, as in `{__name__=~\"cluster:.*\"}`.",
    ),
    (
      "kubernetes", "name: hub", "name: a, loadBalancer: {loadBalancerSourceRanges: [10.0.0.0]}",
      "invalid value | `10.0.0.0` is not a network in CIDR notation. | Write it as `10.0.0.0/8`, and a single address as `192.0.2.7/32`.",
    ),
    (
      "kubernetes", "name: hub", "name: a, loadBalancer: {internal: false}",
      "open to the internet | With `internal: false` and no `loadBalancerSourceRanges`, everybody may query this Prometheus. | Name the networks of the hub in `loadBalancerSourceRanges`, or leave `internal` out.",
    ),
    (
      "kubernetes", "name: hub",
      "name: a, loadBalancer: {internal: false, loadBalancerSourceRanges: [0.0.0.0/0]}",
      "open to the internet | `0.0.0.0/0` lets everybody query this Prometheus. | Name the networks of the hub.",
    ),
  ])
  func `what cannot work is refused, and what is doubtful is told`(
    platform: String,
    hub: String,
    cluster: String,
    expected: String,
  ) {
    let reading = Sample.federate(platform: platform, hub: hub, cluster: cluster).reading
    #expect(words(reading) == [expected])
  }
}
