/// Why a number of the fleet file has the bounds that it has.
package enum CountReason: Hashable, Sendable {
  /// More would never be needed.
  case plenty
  /// The same of a large number.
  case millionIsPlenty
  /// A number of bytes, of which an answer needs some.
  case answerNeedsBytes
  case seconds
  case port
  /// Ports below are for privileged users.
  case unprivilegedPort
  /// No limit is said by leaving the key out.
  case leaveOutForNone
  /// One pod a node, which is not counted.
  case onePerNode
  /// What writes to the hub would write twice.
  case writtenTwice
  /// Two that count objects count everything twice.
  case countedTwice
  /// Receive with several pods belongs to another topology.
  case sharedElsewhere
  /// Two compactors on one bucket destroy data.
  case destroysData
  /// The pod keeps its database in a file of its own.
  case ownDatabase
  /// Replicas of Prometheus are copies, of which more than two add nothing.
  case copies
  /// A load balancer before two would mix their samples.
  case mixedSamples
  /// Grafana before two would show now one, now the other.
  case neverAgree
}
