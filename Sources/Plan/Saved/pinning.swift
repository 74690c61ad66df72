import Digest
import Facts
import JSON
package import Objects
import Text

extension SavedPlan {
  /// A plan with what was known when it was made.
  package init(
    _ plan: ChangePlan,
    from live: LiveState,
    madeBy version: String,
    fleet: Fleet,
    options: Options,
    bucket: Bucket?,
  ) {
    let secrets = live.secretTexts
    madeBy = version
    self.fleet = fleet
    self.options = options
    self.bucket = bucket
    clusters = plan.clusters.map(Cluster.init)
    objects = plan.changes.filter { $0.action != .none || !$0.obstacles.isEmpty }
      .map { Object($0, hiding: secrets) }
  }

  /// Of all that a fleet file renders to: which objects, what stands in them, and what will be filled in.
  package static func digest(of manifests: [Manifest]) -> String {
    digest(of: manifests.map(\.identity).joined(separator: "\n"))
  }

  fileprivate static func digest(of text: String) -> String {
    "sha256:\(Digest.sha256(text).hexadecimal)"
  }
}

extension Manifest {
  /// As a text that another manifest does not have; what only clusters or people know stands as its place alone.
  fileprivate var identity: String {
    let bound = bindings.map { binding in
      "\(binding.path) \(binding.encoding) \(JSON.array(binding.parts.map(\.identity)).text())"
    }
    let body = body.open(as: reference.kind).text()
    return ([reference.description, body] + bound).joined(separator: "\n")
  }
}

extension Binding.Part {
  fileprivate var identity: JSON {
    switch self {
    case .text(let text): .string(text)
    case .value(let value): ["value", .string(value.description)]
    case .quoted(let value): ["quoted", .string(value.description)]
    }
  }
}

extension SavedPlan.Cluster {
  fileprivate init(_ cluster: PlannedCluster) {
    name = cluster.name
    isLeaving = cluster.isLeaving
    formerName = cluster.formerName
    switch cluster.condition {
    case .reached(let found): (uid, unknown) = (found.uid, nil)
    case .unknown(let reason): (uid, unknown) = (nil, reason.code.rawValue)
    }
  }
}

extension SavedPlan.Name {
  init(_ reference: ObjectReference) {
    cluster = reference.cluster
    apiVersion = reference.kind.apiVersion
    kind = reference.kind.kind
    namespace = reference.namespace
    name = reference.name
  }
}

extension SavedPlan.Object {
  fileprivate init(_ change: Change, hiding secrets: SecretTexts) {
    let isNew = [.create, .replace].contains(change.action)
    name = SavedPlan.Name(change.reference)
    action = change.action
    takesOver = change.takesOver
    live = change.live.map { SavedPlan.Live($0, of: change.reference.kind, hiding: secrets) }
    desired =
      isNew
      ? change.desired.map { SavedPlan.digest(of: secrets.redact($0.openBody.text())) } : nil
    // What a server would give a new object by itself, as an address, is another each time it is asked.
    differences = change.action == .create ? nil : change.digestOfDifferences(hiding: secrets)
    notes = change.notes.filter(\.isLasting).map {
      SavedPlan.Remark(code: $0.code.rawValue, about: $0.about)
    }
    obstacles = change.obstacles.map {
      SavedPlan.Remark(code: $0.code.rawValue, about: $0.about)
    }
  }
}

extension SavedPlan.Live {
  fileprivate init(_ live: JSON, of kind: ResourceKind, hiding secrets: SecretTexts) {
    uid = live.metadata.uid ?? ""
    guard kind != .secret else {
      resourceVersion = live.metadata.resourceVersion
      owned = nil
      return
    }
    resourceVersion = nil
    let shown = live.hidingSecretVariables(SecretTexts.mark)
    let values = FieldManager.managers(of: live).filter(\.isOurs).map {
      $0.fields.values(in: shown)
    }
    owned = SavedPlan.digest(of: secrets.redact(JSON.array(values).text()))
  }
}

extension Change {
  /// Of all fields as they may be shown, old and new.
  fileprivate func digestOfDifferences(hiding secrets: SecretTexts) -> String {
    let fields = displayed(hiding: secrets, .digested).fields.map { field -> JSON in
      .array([
        .string(field.path), .array([field.before].compactMap(\.self).map(JSON.string)),
        .array([field.after].compactMap(\.self).map(JSON.string)),
      ])
    }
    return SavedPlan.digest(of: JSON.array(fields).text())
  }
}

extension DesiredObject {
  /// The object as it would be sent, without what is secret.
  fileprivate var openBody: JSON {
    let mark = JSON.string(SecretTexts.mark)
    return manifest.bindings.filter(\.isSecret).reduce(body) { $0.setting($1.path, to: mark) }
      .open(as: reference.kind)
  }
}

extension JSON {
  /// An object with a mark for whatever is hidden for its kind or its name.
  fileprivate func open(as kind: ResourceKind) -> JSON {
    let open = hidingSecretVariables(SecretTexts.mark)
    guard kind == .secret else { return open }
    let places = [
      FieldPath(keys: "data"), FieldPath(keys: "stringData"),
      FieldPath(keys: "metadata", "annotations"),
    ]
    return places.reduce(open) { object, place in
      guard let members = object[place]?.objectValue else { return object }
      let hidden = members.map { ($0.key, JSON.string(SecretTexts.mark)) }
      return object.setting(place, to: .object(JSONObject(hidden)))
    }
  }
}

extension ValueMarks {
  /// Marks that no release words otherwise.
  fileprivate static let digested = ValueMarks(
    sensitive: SecretTexts.mark,
    unknown: "(unknown)",
    sensitiveUnknown: "(unknown)",
    pending: { "(\($0))" },
    certificate: { "(certificate \($0))" },
    configuration: { digest, _ in digest },
    cluster: "(cluster)",
  )
}
