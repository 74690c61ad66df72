/// How a query knows whose series are whose: the vector's `cluster` label made right, where what
/// clusters call themselves is not believed.
package typealias UsageAttribution = (String) -> String

extension UsageMeasure {
  /// In PromQL, an instant vector with the labels of `labels`.
  ///
  /// - `matchers`: further ones, as `cluster="a",namespace=~"x.*"`; they must be of labels that every
  ///   series of the measure has.
  /// - `platforms`: those of the clusters that are asked about, which tell some measures by other series.
  package func query(
    _ matchers: String = "",
    on platforms: Set<Platform> = Set(Platform.allCases),
    attributed: @escaping UsageAttribution = { $0 },
  ) -> String {
    let asked = UsageAsked(labels: labels, matchers, platforms, attributed)
    return switch self {
    case .cpu: asked.greatest(.cpu)
    case .memory: asked.greatest(.memory)
    case .disk: asked.greatest(.disk)
    case .volumes: asked.greatest(.volumes)
    case .cores: asked.greatest(.cores)
    case .nodeMemory: asked.greatest(.nodeMemory)
    case .operators: asked.greatest(.operators)
    case .series: asked.sum(asked.series(.targets))
    case .received:
      asked.either(openshift: asked.counted(.receivedTotal), kubernetes: asked.greatest(.received))
    case .sent:
      asked.either(openshift: asked.counted(.sentTotal), kubernetes: asked.greatest(.sent))
    case .version:
      asked.either(
        openshift: asked.release(of: asked.series(.openshiftVersion)),
        kubernetes: asked.release(of: asked.serverRelease),
      )
    }
  }

  /// How often containers of each pod have started anew within a time, as `1h`.
  ///
  /// The labels are those of `cpu`; there is nothing of a cluster without kube-state-metrics.
  package static func restarts(
    within window: String,
    _ matchers: String = "",
    attributed: @escaping UsageAttribution = { $0 },
  ) -> String {
    let increase = "increase(\(UsageSeries.restarts.vector(matchers))[\(window)])"
    return UsageAsked(labels: cpu.labels, matchers, [], attributed).sum(attributed(increase))
  }

  /// How many alerts fire on each cluster; nothing of one where none does.
  package static func alerts(
    _ matchers: String = "",
    attributed: UsageAttribution = { $0 },
  ) -> String {
    "count by (cluster) (\(attributed(UsageSeries.alerts.vector(matchers))))"
  }

  /// A vector of pods with the label `workload`: what the pod belongs to, by its name.
  ///
  /// Controllers add to their own name a dash and five characters, a ReplicaSet's hash before that, or a
  /// number. The characters are Kubernetes' own, without vowels (k8s.io/apimachinery:pkg/util/rand), so that no
  /// word is taken for them. Any other pod, as a static one, is a workload of its own.
  package static func workload(_ vector: String) -> String {
    let suffix = "[bcdfghjklmnpqrstvwxz2456789]{5}"
    let generated = "-[bcdf456789]{6,10}-\(suffix)|-[0-9]{8,10}-\(suffix)|-\(suffix)|-[0-9]+"
    return "label_replace(\(vector), \"workload\", \"$1\", \"pod\", \"(.+?)(?:\(generated))?\")"
  }
}
