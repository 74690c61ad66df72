import Diagnostics
import Fleet
import TestSupport
import Testing

@testable import fedctl

/// What is said of fleets with sidecars, in full.
@Suite struct SidecarWordsTests {
  private func words(_ reading: FleetReading) -> [String] {
    reading.problems.map(\.diagnostic).map {
      [$0.summary, $0.detail, $0.remedy ?? ""].joined(separator: " | ")
    }
  }

  @Test(arguments: [
    (
      String?.none, "name: a",
      "no way in | The hub asks a cluster's sidecar through its `ingress` or its `loadBalancer`. | Add one of the two, here or under `defaults`.",
    ),
    (
      "host: a.example.com", "name: a, loadBalancer: {}",
      "two ways in | The hub asks a cluster's sidecar through its `ingress` or its `loadBalancer`. | Keep one of the two; what stands under `defaults` counts for every cluster.",
    ),
    (
      "class: alb", "name: a",
      "missing key | An ingress of class `alb` needs `host`. | ",
    ),
    (
      "class: nginx, host: a.example.com, loadBalancerSourceRanges: [10.0.0.0/8]", "name: a",
      "missing key | An ingress of class `nginx` needs `tls`. | ",
    ),
    (
      "host: a.example.com, tls: {secret: web}", "name: a",
      "invalid value | `tls` has no meaning for an ingress of class `alb`. | Leave it out, or change `class`.",
    ),
    (
      "host: a.example.com, internal: false", "name: a",
      "open to the internet | With `internal: false` and no `loadBalancerSourceRanges`, everybody may query this Prometheus. | Name the networks of the hub in `loadBalancerSourceRanges`, or leave `internal` out.",
    ),
    (
      "class: nginx, host: a.example.com, tls: {secret: web}", "name: a",
      "open to the internet | Whether nginx is on the internet is not for this file to say: with no `loadBalancerSourceRanges`, everybody might query this Prometheus. | Name the networks of the hub in `loadBalancerSourceRanges`.",
    ),
    (
      "host: a.example.com, certificateARN: 'arn:aws:iam::123456789012:role/a'", "name: a",
      "invalid value | `arn:aws:iam::123456789012:role/a` is not the ARN of a certificate in ACM. | Write it as `arn:aws:acm:us-east-1:123456789012:certificate/` and its id.",
    ),
    (
      "host: a.example.com", "name: a, prometheus: {retention: 2h}",
      "invalid value | `2h` is too short. | Write 6h or more.",
    ),
    (
      "host: a.example.com", "name: a, sidecar: {extraArgs: [--tsdb.path=/tmp]}",
      "invalid value | `--tsdb.path` is set by fedctl: other parts of the fleet depend on it. | Leave it out; `fedctl schema` lists the keys that change what is rendered.",
    ),
  ])
  func `what cannot work is refused`(ingress: String?, cluster: String, expected: String) {
    #expect(words(Sample.sidecar(ingress: ingress, cluster).reading) == [expected])
  }

  @Test func `two clusters cannot have one host`() {
    let other = "- {context: b, name: b, ingress: {host: a.example.com}}"
    #expect(
      words(Sample.sidecar(more: other).reading) == [
        "host used twice | `b` and `a` both have `a.example.com`: the hub would reach but one of them. | Give each cluster's ingress a host of its own."
      ]
    )
  }
}
