import Fleet
import JSON
import Objects

/// OpenShift's monitoring of user workloads, watching over the hub's own Thanos: its alerts go where
/// the platform's go.
extension ThanosSite {
  func platformWatch() -> [Manifest] {
    guard design.isWatchedByPlatform else { return [] }
    return [
      site.manifest(.serviceMonitor, Self.name, of: .fleet, ["spec": monitor]),
      site.manifest(
        .prometheusRule,
        Self.name,
        of: .fleet,
        ["spec": AlertRule.groups("fedctl-thanos", [halted, failing])],
      ),
      site.manifest(.networkPolicy, Self.name, of: .fleet, ["spec": opening]),
    ]
  }

  private static let name = "user-workload-monitoring"

  private var ofFleet: JSON { ["matchLabels": [WellKnown.fleetLabel: .string(site.fleet)]] }

  /// The Services that name single pods have this port: of the store, receive, the compactor and the ruler.
  private var monitor: JSON {
    ["selector": ofFleet, "endpoints": [["port": "http", "interval": "30s"]]]
  }

  private var opening: JSON {
    let namespace = JSON.map(["kubernetes.io/metadata.name": "openshift-user-workload-monitoring"])
    return [
      "podSelector": ofFleet,
      "policyTypes": ["Ingress"],
      "ingress": [
        [
          "from": [["namespaceSelector": ["matchLabels": namespace]]],
          "ports": [["port": "http", "protocol": "TCP"]],
        ]
      ],
    ]
  }

  private var halted: AlertRule {
    AlertRule(
      name: "CompactorHalted",
      expression: "thanos_compact_halted == 1",
      summary: "The compactor has stopped: the bucket grows, and nothing is deleted from it.",
      advice: """
        Its log names the blocks that overlap or are broken. Mend or mark them, then delete its \
        pod; what comes in and what is asked for is not affected meanwhile.
        """,
    )
  }

  private var failing: AlertRule {
    AlertRule(
      name: "BucketFailing",
      expression: """
        sum by (pod, operation) (rate(thanos_objstore_bucket_operation_failures_total[5m])) > 0
        """,
      summary: "{{ $labels.pod }} cannot {{ $labels.operation }} in the bucket.",
      advice: "Look at the log of the pod: keys, permissions or the network have changed.",
    )
  }
}
