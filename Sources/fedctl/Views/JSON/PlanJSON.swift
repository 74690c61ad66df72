import Facts
import Fleet
import JSON
import Objects
import Operate
import Plan

extension PlannedCluster {
  /// `group` is the place of its group in the plan's groups; nil where nothing is told of it.
  func json(group: Int?) -> JSON {
    var (server, uid, unknown): (String?, String?, ToldFact?)
    switch condition {
    case .reached(let identity): (server, uid) = (identity.server, identity.uid)
    case .unknown(let reason): unknown = ToldFact(reason, reason.words)
    }
    return [
      "name": .string(name),
      "context": .string(context),
      "server": .text(server),
      "uid": .text(uid),
      "unknown": unknown.map(\.json) ?? .null,
      "leaving": .bool(isLeaving),
      "former_name": .text(formerName),
      "group": group.map { .integer(Int64($0)) } ?? .null,
    ]
  }
}

extension PlannedBucket {
  var json: JSON {
    [
      "name": .string(bucket.name),
      "endpoint": .string(bucket.endpoint),
      "region": .string(bucket.region),
      "action": .string(plan.action),
      "remarks": .array(plan.words.map(JSON.string)),
    ]
  }
}

extension Change {
  /// The object as its cluster calls it, with the codes of what is said of it; fields stand in its group.
  var json: JSON {
    .object(
      JSONObject(
        reference.members + [
          ("action", .string(action.rawValue)),
          ("consequence", .text(consequence?.code.rawValue)),
          ("notes", .array(notes.map { .string($0.code.rawValue) })),
          ("obstacles", .array(obstacles.map { .string($0.code.rawValue) })),
        ]
      )
    )
  }
}

extension ClusterGroup {
  var json: JSON {
    ["clusters": .array(clusters.map(JSON.string)), "blocks": .array(blocks.map(\.json))]
  }
}

extension ChangeBlock {
  /// In names, a mark stands for the cluster's own.
  fileprivate var json: JSON {
    [
      "action": .string(action.rawValue),
      "consequence": consequence.map { ToldFact($0, $0.words).json } ?? .null,
      "objects": .array(
        objects.map { object in
          .object(JSONObject(object.members.filter { $0.0 != "cluster" }))
        }
      ),
      "notes": .array(notes.map { $0.json { ToldFact($0, $0.words).json } }),
      "obstacles": .array(obstacles.map { $0.json { ToldFact($0, $0.words).json } }),
      "not_ready": unreadiness.json { ToldFact($0, $0.words).json },
      "fields": .array(fields.map { $0.json { $0.json } }),
      "hand_offs": .array(handOffs.map { $0.json { $0.json } }),
    ]
  }
}

extension Spread {
  /// Each value with the clusters that have it; of all clusters where there is one.
  fileprivate func json(_ value: (Value) -> JSON) -> JSON {
    .array(
      shares.map { share in
        ["clusters": .array(share.clusters.map(JSON.string)), "value": value(share.value)]
      }
    )
  }
}

extension DisplayedField {
  fileprivate var json: JSON {
    [
      "path": .string(path), "before": .text(before), "after": .text(after),
      "lines": .array(
        lines.map { ["fate": .string($0.fate.name), "text": .string($0.text)] }
      ),
    ]
  }
}

extension DisplayedLine.Fate {
  fileprivate var name: String {
    switch self {
    case .kept: "kept"
    case .added: "added"
    case .removed: "removed"
    case .gap: "gap"
    }
  }
}

extension DisplayedHandOff {
  fileprivate var json: JSON {
    [
      "path": .string(path), "value": .string(value), "from": source.producer.json,
      "field": .string(source.field.description),
    ]
  }
}
