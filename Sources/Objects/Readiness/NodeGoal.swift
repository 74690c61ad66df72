/// What a rollout asks of the nodes that should run a DaemonSet's pod.
package enum NodeGoal: Hashable, Sendable {
  /// That their pod has the newest form.
  case updated
  /// That their pod has passed its checks for as long as is asked of it.
  case available
}
