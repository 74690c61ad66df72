import Fleet
import JSON
import Objects

/// A cluster's Prometheus with Thanos beside it.
extension AskedCluster {
  /// In which its copies differ.
  static let replicaLabel = "prometheus_replica"

  /// Prometheus and its sidecar, the kubelet of every node, and the API server where it is asked for its
  /// release.
  var scrapeJobs: Manifest {
    let pod = [
      AdditionalJobs.neighbour("prometheus", port: 9090),
      AdditionalJobs.neighbour(SidecarAlerts.job, port: 10902),
    ]
    return AdditionalJobs.manifest(
      pod + AdditionalJobs.platform(of: cluster),
      of: cluster,
      at: site,
    )
  }

  /// What it sums up and watches over; its alerts are series like any other.
  var rules: Manifest {
    let usage = UsageRules.group(for: design.exporters, telling: cluster.usageSeries)
    return site.rules([usage, SidecarAlerts.group], of: .prometheus)
  }

  var prometheus: Manifest {
    site.manifest(
      .prometheus,
      Part.prometheus.name,
      of: .prometheus,
      ["spec": site.collecting(design.prometheus, for: cluster).merging(beside)],
    )
  }

  private var beside: JSON {
    .fields([
      "replicaExternalLabelName": .string(Self.replicaLabel),
      // Nobody but the sidecar asks it.
      "listenLocal": true,
      "podMetadata": store.fingerprint.map { ["annotations": Workload.replacing(with: $0)] },
      "volumes": .array(
        [store.volume] + (certificate.map { [$0.volume] } ?? []) + cluster.accessVolumes
      ),
      "containers": sidecarEnvironment,
      "thanos": thanos,
    ])
  }

  /// What the operator merges into the sidecar's container, for `thanos` has no `env`: the bucket's keys and the way
  /// to it; nil for nothing.
  private var sidecarEnvironment: JSON? {
    let variables = store.environment + site.wayOut
    return variables.isEmpty ? nil : [["name": "thanos-sidecar", "env": .array(variables)]]
  }

  /// The sidecar, as a Prometheus resource has it.
  private var thanos: JSON {
    let mounts = [ObjectStore.mount] + (certificate == nil ? [] : [Certificate.mount])
    return .fields([
      "image": .string(design.sidecar.image),
      "version": .string(design.sidecar.version),
      "resources": design.sidecar.resources.json,
      // A reference to the Secret would put its content among the arguments of the process.
      "objectStorageConfigFile": .string(store.file),
      "httpListenLocal": true,
      "grpcServerTlsConfig": certificate?.configuration,
      "volumeMounts": .array(mounts.map(\.json)),
      "additionalArgs": .array(design.sidecar.extraArguments.map(operatorArgument)),
    ])
  }

  private var certificate: Certificate? { design.wayIn.certificate.map(Certificate.init) }
}

/// What the sidecar shows to whom it is reached by.
private struct Certificate {
  let secret: String

  static let mount = Mount(volume: "certificate", path: "/etc/thanos/certificate")

  var volume: JSON { secretVolume(Self.mount.volume, secret: secret) }

  /// The operator hands on the names of files and nothing else.
  var configuration: JSON {
    [
      "certFile": .string("\(Self.mount.path)/tls.crt"),
      "keyFile": .string("\(Self.mount.path)/tls.key"),
    ]
  }
}
