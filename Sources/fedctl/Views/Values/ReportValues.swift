import Apply
import Operate
import Plan

extension Report {
  /// What a script needs to go on, a line `name=value` each: numbers, `true` or `false`, and names of fleet and command.
  ///
  /// Every name stands there however the run has ended; what is not known has no value, as `changes` where no
  /// plan was made. No value has a space or a sign that a shell or a CI system's file of outputs would read otherwise.
  /// docs/plan-format.md describes the names, and promises them.
  var values: String {
    let pairs = runValues + planValues + countValues + outcomeValues
    return pairs.map { "\($0)=\($1 ?? "")\n" }.joined()
  }

  /// Values by name, in their order.
  private typealias Pairs = [(String, String?)]

  private var runValues: Pairs {
    [
      ("command", command.rawValue), ("fleet", fleet), ("exit_status", "\(exitStatus)"),
      ("errors", "\(problems.count)"), ("deviations", "\(deviations.count)"),
    ]
  }

  private var planValues: Pairs {
    let clusters = planned?.clusters.plan.clusters
    return [
      ("changes", planned.map { "\($0.hasChanges)" }),
      ("incomplete", planned.map { "\($0.isIncomplete)" }),
      ("dangers", planned.map { "\($0.dangers.count)" }),
      ("clusters", clusters.map { "\($0.count)" }),
      ("unknown_clusters", clusters.map { "\($0.count { $0.isUnknown && !$0.isLeftAlone })" }),
      ("bucket", planned?.bucket?.plan.action),
    ]
  }

  /// How many objects each action is for.
  private var countValues: Pairs {
    let sum = planned?.clusters.plan.sum
    let counts = Action.allCases.map { action in
      (action.rawValue, sum.map { "\($0.counts[action] ?? 0)" })
    }
    return counts + [("unreadable", sum.map { "\($0.unreadable)" })]
  }

  /// What carrying it out has come to; of `status`, whether everything is ready.
  private var outcomeValues: Pairs {
    [
      ("done", outcome.map { "\($0.done.count)" }),
      ("failed", outcome.map { "\($0.failed.count)" }),
      ("not_ready", outcome.map { "\($0.unready.count)" }),
      ("skipped", outcome.map { "\($0.skipped.count)" }),
      ("ready", status.map { "\($0.status.isReady)" }),
    ]
  }
}
