/// Which lists are merged by which keys.
///
/// For built-in kinds it is the API's own `x-kubernetes-patch-merge-key`, as `kubectl patch` goes by, and a test holds
/// it against the API's schema. Definitions of custom kinds leave many lists without keys: what holds a type of the
/// core API there is merged as everywhere else, and what is known by a name by that.
extension ListKeys {
  /// Of every object's metadata.
  static let everywhere = table(
    ["metadata.finalizers": "=", "metadata.ownerReferences": "uid"]
  )

  /// By kind, as in objects; a kind that is not here has no list that is merged.
  static let ofKind: [String: [String: ListKeys]] = [
    "Deployment": workload,
    "StatefulSet": workload.merging(
      metadata(in: "spec.volumeClaimTemplates.metadata.")
    ) { $1 },
    "DaemonSet": workload,
    "Service": table(["spec.ports": "port"]),
    "ServiceAccount": table(["secrets": "name"]),
    "Prometheus": prometheus,
    "MonitoringStack": table(
      [
        "spec.prometheusConfig.remoteWrite": "name|url",
        "spec.prometheusConfig.scrapeClasses": "name",
      ]
    ),
    "ServiceMonitor": table(["spec.endpoints": "port|targetPort"]),
    "PodMonitor": table(["spec.podMetricsEndpoints": "port|targetPort"]),
    "PrometheusRule": table(
      ["spec.groups": "name", "spec.groups.rules": "alert|record"]
    ),
    "ScrapeConfig": table(["spec.kubernetesSDConfigs.selectors": "role"]),
    "Route": table(
      [
        "spec.alternateBackends": "name", "spec.httpHeaders.actions.request": "name",
        "spec.httpHeaders.actions.response": "name",
      ]
    ),
    "Subscription": table(
      [
        "spec.config.env": "name", "spec.config.volumes": "name",
        "spec.config.volumeMounts": "mountPath",
      ]
    ),
  ]

  private static let workload = pod(in: "spec.template.spec.").merging(
    metadata(in: "spec.template.metadata.")
  ) { $1 }

  /// The resource of the operator, which has a pod's lists among its own.
  private static let prometheus = pod(in: "spec.").merging(
    table(
      [
        "spec.additionalArgs": "name", "spec.remoteRead": "name|url",
        "spec.remoteWrite": "name|url", "spec.scrapeClasses": "name",
        "spec.thanos.additionalArgs": "name", "spec.thanos.volumeMounts": "mountPath",
        "spec.volumeMounts": "mountPath", "spec.alerting.alertmanagers": "name",
        "spec.dnsConfig.options": "name",
      ]
    )
  ) { $1 }

  /// The lists of a pod's specification, below a path that ends with a dot.
  private static func pod(in place: String) -> [String: ListKeys] {
    var result = table(
      [
        "volumes": "name", "imagePullSecrets": "name", "hostAliases": "ip",
        "topologySpreadConstraints": "topologyKey", "resourceClaims": "name",
        "schedulingGates": "name",
      ],
      in: place,
    )
    .merging(metadata(in: place + "volumes.ephemeral.volumeClaimTemplate.metadata.")) { $1 }
    for list in ["containers", "initContainers", "ephemeralContainers"] {
      result[place + list] = .firstOf(["name"])
      result.merge(container(in: "\(place)\(list).")) { $1 }
    }
    return result
  }

  private static func container(in place: String) -> [String: ListKeys] {
    table(
      [
        "env": "name", "ports": "containerPort", "volumeMounts": "mountPath",
        "volumeDevices": "devicePath",
      ],
      in: place,
    )
  }

  private static func metadata(in place: String) -> [String: ListKeys] {
    table(
      ["finalizers": "=", "ownerReferences": "uid"],
      in: place,
    )
  }

  /// Each list's path with its keys, which have a bar between them, or are `=` for a list of values.
  private static func table(_ lists: [String: String], in place: String = "") -> [String: ListKeys]
  {
    Dictionary(
      uniqueKeysWithValues: lists.map { path, keys in
        (
          place + path,
          keys == "=" ? .values : .firstOf(keys.split(separator: "|").map(String.init)),
        )
      }
    )
  }
}
