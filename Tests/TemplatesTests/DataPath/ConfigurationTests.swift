import Objects
import Templates
import TestSupport
import Testing

/// What Prometheus' own tool says of what is rendered.
@Suite(.waitsForPrograms, .enabled(if: PrometheusProcess.isInstalled, "promtool is the judge"))
struct ConfigurationTests {
  @Test(arguments: [Example.federate, .sidecar])
  func `promtool accepts every configuration`(_ example: Example) throws {
    let manifests = try render(example.fleet).manifests
    for prometheus in manifests where prometheus.reference.kind == .prometheus {
      let operatorMade = try OperatorConfiguration(
        of: prometheus.reference.cluster,
        in: manifests,
        values: OperatorConfiguration.loopback(manifests),
      )
      // Tokens and certificates are there only in a pod.
      try Promtool.judge(["check", "config", "--syntax-only"], operatorMade.configuration())
    }
  }
}
