import JSON
package import Objects

/// A part of a workload from which each of its pods gets a volume claim.
struct ClaimTemplate {
  /// Where the size stands in the workload.
  let size: FieldPath
  /// Where its storage class stands in the workload.
  let storageClass: FieldPath
  /// What the file asks for.
  let wanted: String
  /// What the names of its claims begin with; the number of the pod follows.
  let prefix: String

  /// Whether a claim was made from it, by its name.
  func made(_ claim: ObjectReference) -> Bool { number(of: claim) != nil }

  /// The number of the pod that a claim was made for; nil for one of another template.
  func number(of claim: ObjectReference) -> Int? {
    guard claim.name.hasPrefix(prefix) else { return nil }
    let number = claim.name.dropFirst(prefix.count)
    return number.allSatisfy(\.isNumber) ? Int(number) : nil
  }
}

extension Manifest {
  /// Whether pods of this workload get volume claims.
  var hasClaims: Bool { !claimTemplates.isEmpty }

  /// StatefulSets name claims after their templates, operators after their Prometheus.
  var claimTemplates: [ClaimTemplate] {
    let request = ["resources", "requests", "storage"].map(FieldPath.Step.key)
    return claims.compactMap { claim, prefix in
      let path = FieldPath(claim + request)
      guard let wanted = body[path]?.stringValue else { return nil }
      return ClaimTemplate(
        size: path,
        storageClass: FieldPath(claim + [.key("storageClassName")]),
        wanted: wanted,
        prefix: prefix,
      )
    }
  }

  /// Where a claim's own `spec` stands in the workload, and what the names of the claims begin with.
  private var claims: [(spec: [FieldPath.Step], prefix: String)] {
    let prometheus = "prometheus-\(reference.name)"
    func ofPrometheus(_ keys: String...) -> [(spec: [FieldPath.Step], prefix: String)] {
      [(keys.map(FieldPath.Step.key), "\(prometheus)-db-\(prometheus)-")]
    }
    return switch reference.kind {
    case .prometheus: ofPrometheus("spec", "storage", "volumeClaimTemplate", "spec")
    case .monitoringStack: ofPrometheus("spec", "prometheusConfig", "persistentVolumeClaim")
    case .statefulSet: claimsOfStatefulSet
    default: []
    }
  }

  private var claimsOfStatefulSet: [(spec: [FieldPath.Step], prefix: String)] {
    let templates = body["spec"]?["volumeClaimTemplates"]?.arrayValue ?? []
    return templates.enumerated().map { index, template in
      (
        [.key("spec"), .key("volumeClaimTemplates"), .index(index), .key("spec")],
        "\(template.metadata.name ?? "")-\(reference.name)-",
      )
    }
  }
}

/// What becomes of the volume claims that are there for a workload.
package struct StorageDecision: Sendable {
  /// The workload, with the sizes that its claims keep where they cannot become what the file asks for.
  package var workload: Manifest
  /// Claims that grow: nothing but their new size.
  package var growths: [Manifest] = []
  /// Claims that were told to grow before and whose volumes have not followed yet: nothing but the size
  /// that they ask for, so that they stay in sight until they have it.
  package var awaited: [Manifest] = []
  /// What a reader of the plan should know.
  package var notes: [Note] = []
}

extension LiveState {
  /// Compares the claims that are live with what the file asks for.
  ///
  /// A template says only what new claims get, so that its own value proves nothing. Volumes grow where
  /// their class says so, and never shrink.
  package func decideStorage(of manifest: Manifest) -> StorageDecision {
    manifest.claimTemplates.reduce(into: StorageDecision(workload: manifest)) {
      decision,
      template in
      decide(template, into: &decision)
    }
  }

  private func decide(_ template: ClaimTemplate, into decision: inout StorageDecision) {
    let workload = decision.workload.reference
    guard let wanted = StorageSize(template.wanted), let snapshot = snapshot(of: workload.cluster)
    else { return }
    let claims = claims(of: template, for: workload)
    let smaller = claims.filter { $0.value.requestedStorage.map { $0 < wanted } ?? false }
    defer { decision.keepInSight(claims) }
    if let larger = claims.first(where: { $0.value.requestedStorage.map { $0 > wanted } ?? false })
    {
      decision.keep(larger.value, for: template, self[workload]) { .storageCannotShrink($0) }
    } else if let fixed = smaller.first(where: {
      !(snapshot.storageClasses?.letsGrow($0.value.storageClass) ?? false)
    }) {
      let name = fixed.value.storageClass
      decision.keep(fixed.value, for: template, self[workload]) {
        .storageCannotGrow($0, storageClass: name)
      }
    } else {
      decision.growths += smaller.map { Manifest($0.key, growth(to: template.wanted)) }
    }
  }

  /// The claims that are there of a workload's template, by name; none where they may not be read.
  func claims(
    of template: ClaimTemplate,
    for workload: ObjectReference,
  ) -> [(key: ObjectReference, value: JSON)] {
    (snapshot(of: workload.cluster)?.claims ?? [:]).filter {
      $0.key.namespace == workload.namespace && template.made($0.key)
    }.sorted { $0.key < $1.key }
  }
}

/// The part of a claim that says how much it asks for.
private func growth(to size: String) -> JSON {
  ["spec": ["resources": ["requests": ["storage": .string(size)]]]]
}

extension StorageDecision {
  /// Adds those claims whose volumes are smaller than they ask for and that nothing is asked of now.
  ///
  /// Whoever asked for it, and however long ago: until the volume has grown, storage is not what it should
  /// be.
  fileprivate mutating func keepInSight(_ claims: [(key: ObjectReference, value: JSON)]) {
    let asked = Set(growths.map(\.reference))
    for (claim, live) in claims where !asked.contains(claim) {
      guard !Readiness.of(live, kind: .persistentVolumeClaim).isReady else { continue }
      awaited.append(Manifest(claim, growth(to: live.requestedSize)))
    }
  }

  /// Leaves the template as it is live, for what is not done need not be tried; where the workload is not
  /// live, its new claims get what the file asks for.
  fileprivate mutating func keep(
    _ claim: JSON,
    for template: ClaimTemplate,
    _ live: JSON?,
    saying note: (StorageSizes) -> Note,
  ) {
    notes.append(note(StorageSizes(now: claim.requestedSize, wanted: template.wanted)))
    guard let kept = live?[template.size] else { return }
    workload.body = workload.body.setting(template.size, to: kept)
  }
}

extension JSON {
  /// As the claim writes it; empty where it asks for none.
  fileprivate var requestedSize: String {
    self["spec"]?["resources"]?["requests"]?["storage"]?.stringValue ?? ""
  }

  fileprivate var requestedStorage: StorageSize? { StorageSize(requestedSize) }

  /// Empty for a claim of no class.
  var storageClass: String { self["spec"]?["storageClassName"]?.stringValue ?? "" }
}
