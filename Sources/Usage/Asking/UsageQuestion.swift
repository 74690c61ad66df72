package import Fleet

/// A question to the querier before it is put: what is asked, in PromQL, for the end of each step of a window.
///
/// All clusters are in one answer, told apart by a label: there are as many questions for a thousand clusters as for
/// two. What makes up a step is asked every five minutes, as often as anything is recorded.
package struct UsageQuestion: Hashable, Sendable {
  package let subject: UsageQuery.Subject
  package let expression: String

  /// All that a report needs, versions and nodes first.
  ///
  /// `step` is the length of a step, in seconds; `matchers` are of labels that every series has, as `cluster="a"`, and
  /// empty for all clusters; `attributed` makes a vector's `cluster` label right.
  package static func all(
    step: Int,
    matching matchers: String = "",
    attributed: @escaping UsageAttribution = { $0 },
  ) -> [UsageQuestion] {
    let asking = Asking(step: step, matchers: matchers, attributed: attributed)
    return [
      UsageQuestion(subject: .version, expression: asking.version),
      UsageQuestion(subject: .operators, expression: asking.operators),
      UsageQuestion(subject: .nodes, expression: asking.nodes),
      UsageQuestion(subject: .pods, expression: asking.pods),
    ]
      + Measure.allCases.map {
        UsageQuestion(subject: .measure($0), expression: asking.expression(of: $0))
      }
  }
}

/// How everything is asked of one kind of step.
private struct Asking {
  let step: Int
  let matchers: String
  let attributed: UsageAttribution

  /// How often what makes up a step is looked at, in seconds.
  private static let sampling = 300

  /// Whose a value is: what of a pod's name says nothing about a workload is left out, and so is everything but the
  /// namespace of OpenShift's own, which is what its components are told by.
  private static let owners = ["cluster", "namespace", "workload"].joined(separator: ", ")

  /// Told as present, whatever its value.
  var version: String { over("max_over_time", plain(.version)) }

  var operators: String {
    over("max_over_time", "group by (cluster, name) (\(plain(.operators)))")
  }

  /// Each tells its cores.
  var nodes: String {
    over("avg_over_time", "count by (cluster) (\(plain(.cores)))")
  }

  /// Each has one memory.
  var pods: String {
    let memory = plain(.memory)
    return mean("count by (\(Self.owners)) (\(owned(memory)))", where: memory)
  }

  /// By cluster, namespace and workload; of volumes by cluster and namespace, for claims have no workload.
  func expression(of measure: Measure) -> String {
    switch measure {
    case .cpu: byOwner(.cpu)
    case .memory: byOwner(.memory)
    case .received: byOwner(.received)
    case .sent: byOwner(.sent)
    case .disk: byOwner(.disk)
    case .series: byOwner(.series)
    case .volumes:
      mean("sum by (cluster, namespace) (\(plain(.volumes)))", where: plain(.volumes))
    case .restarts:
      "sum by (\(Self.owners)) (\(owned(restarts))) * \(86_400 / Double(step))"
    }
  }

  private var restarts: String {
    UsageMeasure.restarts(within: "\(step)s", matchers, attributed: attributed)
  }

  private func plain(_ measure: UsageMeasure) -> String {
    measure.query(matchers, attributed: attributed)
  }

  private func byOwner(_ measure: UsageMeasure) -> String {
    mean("sum by (\(Self.owners)) (\(owned(plain(measure))))", where: plain(measure))
  }

  /// A vector of pods, by what they belong to.
  private func owned(_ vector: String) -> String {
    "label_replace(\(UsageMeasure.workload(vector)), \"workload\", \"\", \"namespace\", \"openshift-.*\")"
  }

  /// The mean over a step of what is added up of pods.
  ///
  /// A pod that was there for a part of the step counts for that part; but a part of which the cluster tells nothing
  /// at all is no part of the step. So the sum is divided by how often the cluster has told anything.
  private func mean(_ vector: String, where told: String) -> String {
    guard isCoarse else { return vector }
    let presence = "count by (cluster) (\(told))"
    return "sum_over_time((\(vector))\(range)) / on (cluster) group_left () "
      + "count_over_time((\(presence))\(range))"
  }

  /// By a function over the step.
  private func over(_ function: String, _ vector: String) -> String {
    isCoarse ? "\(function)((\(vector))\(range))" : vector
  }

  private var isCoarse: Bool { step > Self.sampling }

  /// A millisecond short of the step: Prometheus 2 would count what lies at its beginning, too.
  private var range: String { "[\(step * 1000 - 1)ms:\(Self.sampling)s]" }
}
