import Digest
package import JSON

extension SavedPlan {
  /// The major number changes where a member gets another meaning or goes; a reader passes over what it does not know.
  package static let formatVersion = "1.0"
  /// What the file says it is.
  static let kind = "fedctl.saved-plan"

  /// The file's value: docs/schemas/saved-plan-1.json describes it.
  package var json: JSON {
    var members = content
    members["digest"] = .string(Self.seal(of: members))
    return .object(members)
  }

  /// Of everything else in the file: it tells that a file was edited or cut, and proves nothing to whoever fears
  /// that it was forged.
  static func seal(of members: JSONObject) -> String {
    var members = members
    members["digest"] = nil
    return "sha256:\(Digest.sha256(JSON.object(members).text()).hexadecimal)"
  }

  private var content: JSONObject {
    [
      "format_version": .string(Self.formatVersion),
      "kind": .string(Self.kind),
      "fedctl_version": .string(madeBy),
      "fleet": [
        "name": .string(fleet.name), "file": .string(fleet.file),
        "digest": .string(fleet.digest),
      ],
      "options": options.json,
      "bucket": bucket.map { ["name": .string($0.name), "action": .string($0.action)] } ?? .null,
      "clusters": .array(clusters.map(\.json)),
      "objects": .array(objects.map(\.json)),
    ]
  }
}

extension SavedPlan.Options {
  fileprivate var json: JSON {
    [
      "force_conflicts": .bool(forcesConflicts),
      "remove_leftovers": .bool(removesLeftovers),
      "accept_identity": .array(acceptedIdentities.map(JSON.string)),
      "forget": .array(forgottenClusters.map(JSON.string)),
      "cluster": .array(clusters.map(JSON.string)),
      "only": .array(objects.map(JSON.string)),
    ]
  }
}

extension SavedPlan.Cluster {
  fileprivate var json: JSON {
    [
      "name": .string(name),
      "uid": .text(uid),
      "unknown": .text(unknown),
      "leaving": .bool(isLeaving),
      "former_name": .text(formerName),
    ]
  }
}

extension SavedPlan.Object {
  fileprivate var json: JSON {
    [
      "cluster": .string(name.cluster),
      "api_version": .string(name.apiVersion),
      "kind": .string(name.kind),
      "namespace": .text(name.namespace),
      "name": .string(name.name),
      "action": .string(action.rawValue),
      "takes_over": .bool(takesOver),
      "live": live?.json ?? .null,
      "desired": .text(desired),
      "differences": .text(differences),
      "notes": .array(notes.map(\.json)),
      "obstacles": .array(obstacles.map(\.json)),
    ]
  }
}

extension SavedPlan.Live {
  fileprivate var json: JSON {
    [
      "uid": .string(uid), "resource_version": .text(resourceVersion), "owned": .text(owned),
    ]
  }
}

extension SavedPlan.Remark {
  fileprivate var json: JSON {
    ["code": .string(code), "about": .array(about.map(JSON.string))]
  }
}

extension JSON {
  /// null in place of what is not there.
  fileprivate static func text(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
}
