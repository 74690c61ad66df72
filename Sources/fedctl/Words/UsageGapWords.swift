import Diagnostics
import Usage

extension UsageGap {
  /// What is not known, and what would have to be there.
  var words: String {
    switch self {
    case .silent(let cluster): "\(cluster): nothing is known of it in the window."
    case .untold(let cluster):
      "\(cluster): the fleet file has it tell the hub nothing of its use."
    case .unmeasured(let cluster, let measure):
      "\(cluster): \(measure.noun) is not measured there."
    case .versionUnknown(let cluster):
      "\(cluster): no series tells its version, so that its figures belong to no build."
    case .nodesUnknown(let cluster):
      "\(cluster): no series tells how many nodes it has, so that nothing is told per node."
    case .podsUnknown(let cluster):
      "\(cluster): no series tells its pods, so that nothing is told per pod."
    case .partial(let cluster, let steps, let all):
      "\(cluster): \(steps) of \(Count(all, "step")) are known."
    case .betweenVersions(let cluster, let steps):
      "\(cluster): \(Count(steps, "step")) with two versions at once, as during an update, are left out."
    case .strangers(let clusters):
      "The fleet file does not have \(Sentence.some(clusters)), and their series are left out."
    case .sharedLabel(let label, let clusters):
      "\(Sentence.and(clusters)) have the same label `cluster=\(label)`, so that they cannot be told apart."
    case .unlistedOperators(let names):
      "No component is known for the ClusterOperators \(Sentence.some(names)); name them under `report.components`."
    case .warned(let subject, let said): "\(subject.words): the querier warns: \(said)"
    }
  }
}

extension [UsageGap] {
  /// A sentence each; where many clusters lack the same, one for all of them.
  var words: [String] {
    var told: [String] = []
    var unmeasured: [(measure: Measure, clusters: [String])] = []
    for gap in self {
      guard case .unmeasured(let cluster, let measure) = gap else {
        told.append(gap.words)
        continue
      }
      if let place = unmeasured.firstIndex(where: { $0.measure == measure }) {
        unmeasured[place].clusters.append(cluster)
      } else {
        unmeasured.append((measure, [cluster]))
      }
    }
    return told
      + unmeasured.map { "\($0.measure.noun): not measured on \(Sentence.some($0.clusters))." }
  }
}
