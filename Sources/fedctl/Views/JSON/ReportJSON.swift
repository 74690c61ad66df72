import Apply
import Facts
import JSON
import Objects
import Operate
import Plan
import Templates

extension Report {
  /// The major number changes where a member gets another meaning or goes: docs/plan-format.md promises that.
  private static var formatVersion: String { "1.3" }

  /// The whole report: docs/schemas/report-1.json describes it.
  var json: JSON {
    [
      "format_version": .string(Self.formatVersion),
      "kind": "fedctl.report",
      "fedctl_version": .string(fedctlVersion),
      "command": .string(command.rawValue),
      "fleet": .text(fleet),
      "exit_status": .integer(Int64(exitStatus)),
      "errors": .array(problems.map(\.json)),
      "deviations": .array(deviations.map(\.json)),
      "warnings": .array(advice.map(\.json)),
      "plan": planned.map { json(of: $0) } ?? .null,
      "outcome": outcome.map { $0.json(entrances: planned?.entrances(after: $0) ?? []) } ?? .null,
      "status": status.map(\.json) ?? .null,
      "doctor": diagnosis.map(\.json) ?? .null,
      "verify": verification.map(\.json) ?? .null,
    ]
  }

  /// Groups as the text has them, and beside them each change of each cluster by itself.
  private func json(of planned: PlannedRun) -> JSON {
    let plan = planned.clusters.plan
    let groups = groups
    let places = Dictionary(
      groups.enumerated().flatMap { place, group in group.clusters.map { ($0, place) } },
      uniquingKeysWith: { first, _ in first },
    )
    return [
      "purpose": planned.purpose == .apply ? "apply" : "teardown",
      "has_changes": .bool(planned.hasChanges),
      "incomplete": .bool(planned.isIncomplete),
      "dangers": .array(planned.dangers.map { ToldFact($0, $0.words).json }),
      "counts": plan.sum.countsJSON,
      "renewed_workloads": .integer(Int64(plan.sum.renewedWorkloads)),
      "bucket": planned.bucket.map(\.json) ?? .null,
      "clusters": .array(plan.clusters.map { $0.json(group: places[$0.name]) }),
      "groups": .array(groups.map(\.json)),
      "changes": .array(plan.changes.filter(\.isTold).map(\.json)),
    ]
  }
}

extension ToldFact {
  var json: JSON { ["code": .text(code), "message": .string(message)] }
}

extension JSON {
  /// null in place of what is not there.
  static func text(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
}

extension PlanSum {
  /// How many objects each action is for, every action named, and how many cannot be read.
  fileprivate var countsJSON: JSON {
    let counts = Action.allCases.map { action in
      (action.rawValue, JSON.integer(Int64(self.counts[action] ?? 0)))
    }
    return .object(JSONObject(counts + [("unreadable", .integer(Int64(unreadable)))]))
  }
}

extension ObjectReference {
  /// Where it is, and what it is called.
  var members: [(String, JSON)] {
    [
      ("cluster", .string(cluster)), ("api_version", .string(kind.apiVersion)),
      ("kind", .string(kind.kind)), ("namespace", .text(namespace)), ("name", .string(name)),
    ]
  }

  var json: JSON { .object(JSONObject(members)) }
}

extension Entrance {
  /// `url` is null where nothing leads in from outside the cluster.
  fileprivate var json: JSON {
    [
      "page": .string(page.rawValue),
      "url": .text(url),
      "service": service.json,
      "port": .integer(Int64(port)),
    ]
  }
}

extension ApplyOutcome {
  func json(entrances: [Entrance]) -> JSON {
    [
      "complete": .bool(isComplete),
      "interrupted": .bool(isInterrupted),
      "done": .array(
        done.sorted { $0.key < $1.key }.map { object, action in
          .object(JSONObject(object.members + [("action", .string(action.rawValue))]))
        }
      ),
      "failed": Self.json(failed),
      "not_ready": Self.json(unready),
      "skipped": .array(skipped.sorted().map(\.json)),
      "pages": .array(entrances.map(\.json)),
    ]
  }

  private static func json(_ errors: [ObjectReference: ApplyError]) -> JSON {
    .array(
      errors.sorted { $0.key < $1.key }.map { object, error in
        let told = ToldFact(error, error.words)
        return .object(
          JSONObject(
            object.members + [("code", .text(told.code)), ("message", .string(told.message))]
          )
        )
      }
    )
  }
}

extension StatusReport {
  var json: JSON {
    [
      "ready": .bool(status.isReady),
      "clusters": .array(order.compactMap { name in status.clusters[name].map { $0.json(name) } }),
    ]
  }
}

extension FleetStatus.Cluster {
  fileprivate func json(_ name: String) -> JSON {
    switch self {
    case .unknown(let reason):
      [
        "name": .string(name), "unknown": ToldFact(reason, reason.words).json, "objects": [],
      ]
    case .reached(let objects):
      ["name": .string(name), "unknown": .null, "objects": .array(objects.map(\.json))]
    }
  }
}

extension ObjectStatus {
  fileprivate var json: JSON {
    let told = readiness.reason.map { ToldFact($0, $0.words).json } ?? .null
    return .object(
      JSONObject(object.members + [("state", .string(readiness.state)), ("reason", told)])
    )
  }
}

extension Readiness {
  fileprivate var state: String {
    switch self {
    case .ready: "ready"
    case .waiting: "waiting"
    case .failed: "failed"
    }
  }
}
