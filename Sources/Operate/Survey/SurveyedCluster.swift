package import Fleet
package import JSON
import Objects
package import Plan

/// A context of a kubeconfig, and what its cluster told of itself.
package struct SurveyedContext: Sendable {
  /// As the kubeconfig has it.
  package let context: String
  package let found: Result<SurveyedCluster, SurveyFailure>

  package init(context: String, found: Result<SurveyedCluster, SurveyFailure>) {
    self.context = context
    self.found = found
  }
}

/// Why nothing is known of a context's cluster.
package struct SurveyFailure: Error, Hashable, Sendable {
  package let reason: UnknownCluster
}

/// What a cluster tells whoever thinks of making it part of a fleet; nothing of it is secret.
package struct SurveyedCluster: Hashable, Sendable {
  /// Of its namespace kube-system: two contexts with one uid lead to one cluster.
  package var uid: String
  /// As its API server tells it: `v1.33.1-eks-1234567`.
  package var version: String?
  package var platform: Platform
  /// OpenShift's minor release, as `4.18`.
  package var openshiftVersion: String?
  /// Whether the Prometheus operator's kinds are served.
  package var hasPrometheusKinds = false
  /// The StorageClass that claims get by themselves; nil without one, or where they may not be read.
  package var storageClass: String?
  package var ingressClasses: [String] = []
  /// Parts of Thanos that run there already, in the order of their names.
  package var thanos: [ThanosPart] = []
  /// Prometheuses of the operator's, in the order of their names.
  package var prometheuses: [FoundPrometheus] = []
  /// The bucket that Thanos there keeps its blocks in.
  package var bucket: FoundBucket?

  package init(uid: String, platform: Platform) {
    self.uid = uid
    self.platform = platform
  }
}

/// A workload that runs a component of Thanos.
package struct ThanosPart: Hashable, Sendable {
  package let namespace: String
  package let name: String
  /// The first argument: `receive`, `query`, `store`, `compact`, `sidecar`.
  package let component: String
  /// The Secrets that its pods mount, in their order.
  let secrets: [String]

  /// nil for a workload that runs no Thanos.
  package init?(_ workload: JSON) {
    guard let namespace = workload.metadata.namespace, let name = workload.metadata.name else {
      return nil
    }
    let pod = workload["spec"]?["template"]?["spec"]
    let containers = pod?["containers"]?.arrayValue ?? []
    guard let thanos = containers.first(where: \.runsThanos),
      let component = (thanos["args"]?[0] ?? thanos["command"]?[1])?.stringValue,
      component.allSatisfy({ $0.isLowercase || $0 == "-" })
    else { return nil }
    self.namespace = namespace
    self.name = name
    self.component = component
    secrets = (pod?["volumes"]?.arrayValue ?? []).compactMap {
      $0["secret"]?["secretName"]?.stringValue
    }
  }
}

/// A Prometheus of the operator's.
package struct FoundPrometheus: Hashable, Sendable {
  package let namespace: String
  package let name: String
  /// What it puts on every series.
  package let externalLabels: [String: String]
  /// Whether it uploads to a bucket by a sidecar.
  package let hasSidecar: Bool

  package init?(_ object: JSON) {
    guard let namespace = object.metadata.namespace, let name = object.metadata.name else {
      return nil
    }
    self.namespace = namespace
    self.name = name
    let labels = object["spec"]?["externalLabels"]?.objectValue ?? [:]
    externalLabels = Dictionary(
      labels.compactMap { label in label.value.stringValue.map { (label.key, $0) } }
    ) { $1 }
    hasSidecar = object["spec"]?["thanos"] != nil
  }
}

/// Where blocks are kept, out of a configuration of Thanos; never its keys.
package struct FoundBucket: Hashable, Sendable {
  package let name: String
  package let endpoint: String?
  package let region: String?
  package let isInsecure: Bool
  package let prefix: String?

  /// nil for what is no configuration of an S3 bucket.
  package init?(configuration: JSON) {
    let settings = configuration["config"]
    guard configuration["type"]?.stringValue?.uppercased() == "S3",
      let name = settings?["bucket"]?.stringValue, !name.isEmpty
    else { return nil }
    self.name = name
    endpoint = settings?["endpoint"]?.stringValue
    region = settings?["region"]?.stringValue
    isInsecure = settings?["insecure"] == true
    prefix = configuration["prefix"]?.stringValue
  }
}

extension JSON {
  /// By the last part of the image's name, whatever registry it comes from.
  fileprivate var runsThanos: Bool {
    let image = self["image"]?.stringValue ?? ""
    let path = image.split(separator: "@").first?.split(separator: "/").last ?? ""
    return path.split(separator: ":").first?.contains("thanos") == true
  }
}
