/// What a rollout asks of a workload's replicas.
package enum ReplicaGoal: Hashable, Sendable {
  /// That they have the newest form.
  case updated
  /// That they pass their checks.
  case ready
  /// That they have passed their checks for as long as is asked of them.
  case available
}
