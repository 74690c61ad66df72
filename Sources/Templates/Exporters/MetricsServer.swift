import Fleet
import JSON
import Objects

/// Answers for the API of `kubectl top` and of autoscalers: what nodes and pods use just now.
///
/// It lives in the fleet's namespace and not in `kube-system`, where the add-on of a cloud would be.
extension Site {
  /// Its pods, the API that they answer for, and who may ask it.
  func metricsServer(_ component: Component) -> [Manifest] {
    let part = Part.metricsServer
    return [
      manifest(.serviceAccount, part.name, of: part),
      clusterRole(part.name, of: part, rules: Self.usageRules),
      clusterRoleBinding(part.name, role: qualified(part.name), to: part.name, of: part),
      clusterRoleBinding(
        "\(part.name)-delegation",
        role: "system:auth-delegator",
        to: part.name,
        of: part,
      ),
      roleBinding(
        qualified(part.name),
        role: "extension-apiserver-authentication-reader",
        to: part.name,
        of: part,
        in: "kube-system",
      ),
      usageReaders,
      metricsService,
      metricsWorkload(component).deployment(),
      metricsAPI,
    ]
  }

  /// To find pods and nodes, and to ask the kubelets.
  private static let usageRules = [
    rule("", ["nodes", "pods"], ["get", "list", "watch"]),
    rule("", ["nodes/metrics"], ["get"]),
  ]

  /// Whoever may view a namespace may see what its pods use.
  private var usageReaders: Manifest {
    let audience = ["admin", "edit", "view"].map {
      ("rbac.authorization.k8s.io/aggregate-to-\($0)", "true")
    }
    let rules: JSON = [rule("metrics.k8s.io", ["nodes", "pods"], ["get", "list", "watch"])]
    return manifest(
      .clusterRole,
      qualified("\(Part.metricsServer.name)-readers"),
      of: .metricsServer,
      ["metadata": ["labels": .map(Dictionary(audience) { $1 })], "rules": rules],
    )
  }

  /// Where the API server asks.
  private var metricsService: Manifest {
    let ports = [servicePort("https", 443, target: "https")]
    return service(Part.metricsServer.name, of: .metricsServer, ports: ports)
  }

  /// Its certificate is of its own making, so there is nothing to verify it by; what it is shown of
  /// who asks, the API server has signed.
  private var metricsAPI: Manifest {
    let spec: JSON = [
      "group": "metrics.k8s.io",
      "version": "v1beta1",
      "groupPriorityMinimum": 100,
      "versionPriority": 100,
      "insecureSkipTLSVerify": true,
      "service": [
        "name": .string(Part.metricsServer.name), "namespace": .string(namespace), "port": 443,
      ],
    ]
    return manifest(.apiService, "v1beta1.metrics.k8s.io", of: .metricsServer, ["spec": spec])
  }

  private func metricsWorkload(_ component: Component) -> Workload {
    let container = Container(
      name: Part.metricsServer.name,
      image: component.image,
      arguments: [
        "--secure-port=10250", "--cert-dir=/tmp", "--metric-resolution=15s",
        "--kubelet-preferred-address-types=InternalIP,ExternalIP,Hostname",
        "--kubelet-use-node-status-port",
      ] + component.extraArguments,
      ports: ["https": 10250],
      readiness: probe(
        "/readyz",
        port: "https",
        scheme: "HTTPS",
        everySeconds: 10,
        failures: 6,
      ),
      liveness: probe("/livez", port: "https", scheme: "HTTPS", everySeconds: 30, failures: 6),
      resources: component.resources.json,
      mounts: [Mount(volume: Workload.data, path: "/tmp", isReadOnly: false)],
    )
    return Workload(
      .metricsServer,
      component,
      at: self,
      containers: [container],
      volumes: [],
      user: .prometheus,
    )
  }
}
