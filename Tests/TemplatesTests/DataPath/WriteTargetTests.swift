import Foundation
import JSON
import Objects
import Templates
import TestSupport
import Testing

@testable import Fleet

/// What is rendered for a target beside the hub, from real Prometheus to real Prometheus.
@Suite(
  .waitsForPrograms,
  .enabled(if: PrometheusProcess.isInstalled, "Prometheus itself is the witness"),
)
struct WriteTargetTests {
  @Test func `a target gets what the file says, under the cluster's labels`() throws {
    let target = try PrometheusProcess.started(arguments: ["--web.enable-remote-write-receiver"]) {
      _ in ["global": ["scrape_interval": "1s"]]
    }
    var fleet = Example.federate.fleet
    var far = WriteTarget.far
    far.url = "\(target.url)/api/v1/write"
    far.access = ClientAccess()
    far.queue.batchSendDeadline = "1s"
    far.relabelling.append(
      Fleet::Relabelling(
        sourceLabels: ["job"],
        targetLabel: "origin",
        replacement: "from-$1",
        action: .replace,
      )
    )
    fleet.clusters[0].writeTargets = [far]
    let manifests = try render(fleet).manifests
    let cluster = try PrometheusProcess.started { port in
      let operatorMade = try OperatorConfiguration(of: fleet.clusters[0].name, in: manifests)
      let itself: JSON = [
        "job_name": "itself",
        "static_configs": [["targets": [.string("127.0.0.1:\(port)")]]],
      ]
      return try operatorMade.configuration().merging([
        "scrape_configs": [itself], "remote_write": .array(operatorMade.targets()),
      ]).quickened()
    }
    let found = try target.series("up{job=\"itself\"} == 1", atLeast: 1)
    let labels = found.first?["metric"]
    #expect(labels?["origin"] == "from-itself")
    #expect(labels?["cluster"] == .string(fleet.clusters[0].name))
    #expect(try !cluster.series("go_goroutines", atLeast: 1).isEmpty)
    #expect(try target.series("{__name__=~\"go_.+\"}", atLeast: 0).isEmpty)
  }
}

extension OperatorConfiguration {
  /// What the Prometheus operator makes of `remoteWrite` where it names no Secret.
  func targets() throws -> [JSON] {
    let resource = manifests.first { $0.reference.kind == .prometheus }
    return try (resource?.resolved(values)["spec"]?["remoteWrite"]?.arrayValue ?? []).map { write in
      [
        "name": write["name"] ?? "", "url": write["url"] ?? "",
        "headers": write["headers"] ?? [:],
        "remote_timeout": write["remoteTimeout"] ?? "",
        "queue_config": (write["queueConfig"] ?? [:]).inSnakeCase,
        "write_relabel_configs": .array(
          (write["writeRelabelConfigs"]?.arrayValue ?? []).map(\.inSnakeCase)
        ),
      ]
    }
  }
}
