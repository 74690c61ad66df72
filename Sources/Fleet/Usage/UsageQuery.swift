/// How a query knows whose series are whose: the vector's `cluster` label made right, where what
/// clusters call themselves is not believed.
package typealias UsageAttribution = (String) -> String

extension UsageMeasure {
  /// In PromQL, an instant vector with the labels of `labels`.
  ///
  /// - `matchers`: further ones, as `cluster="a",namespace=~"x.*"`; they must be of labels that every
  ///   series of the measure has.
  package func query(
    _ matchers: String = "",
    attributed: UsageAttribution = { $0 },
  ) -> String {
    func one(_ series: UsageSeries) -> String { attributed(series.vector(matchers)) }
    switch self {
    // Of copies, and of a pod's old and new group of the same name, the larger.
    case .cpu: return among(one(.cpu))
    case .memory: return among(one(.memory))
    case .disk: return among(one(.disk))
    case .volumes: return among(one(.volumes))
    case .cores: return among(one(.cores))
    case .nodeMemory: return among(one(.nodeMemory))
    case .operators: return among(one(.operators))
    case .received: return traffic(.received, .receivedTotal, matchers, attributed)
    case .sent: return traffic(.sent, .sentTotal, matchers, attributed)
    case .series:
      // What reading from another Prometheus gives is not of the one that is read.
      let scraped = UsageSeries.targets.vector(
        "job!=\"federate\"" + (matchers.isEmpty ? "" : "," + matchers)
      )
      return "sum by (\(names)) (\(attributed(scraped)))"
    case .version:
      let release = "\"version\", \"$1\", \"git_version\", \"v?(.+)\""
      let others = "label_replace(\(one(.kubernetesVersion)), \(release))"
      return "group by (\(names)) (\(one(.openshiftVersion)) or on (cluster) \(others))"
    }
  }

  /// How often containers of each pod have started anew within a time, as `1h`.
  ///
  /// The labels are those of `cpu`; there is nothing of a cluster without kube-state-metrics.
  package static func restarts(
    within window: String,
    _ matchers: String = "",
    attributed: UsageAttribution = { $0 },
  ) -> String {
    let increase = "increase(\(UsageSeries.restarts.vector(matchers))[\(window)])"
    return "sum by (\(cpu.names)) (\(attributed(increase)))"
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

  private var names: String { labels.joined(separator: ", ") }

  private func among(_ vector: String) -> String { "max by (\(names)) (\(vector))" }

  /// What the cluster has worked out, and else by what it has counted.
  private func traffic(
    _ worked: UsageSeries,
    _ counted: UsageSeries,
    _ matchers: String,
    _ attributed: UsageAttribution,
  ) -> String {
    let rate = attributed("rate(\(counted.vector(matchers))[5m])")
    let shared = attributed(UsageSeries.nodeNetwork.vector(matchers))
    let own = "sum by (\(names)) (\(rate)) unless on (\(names)) \(shared)"
    return "\(among(attributed(worked.vector(matchers)))) or on (cluster) (\(own))"
  }
}
