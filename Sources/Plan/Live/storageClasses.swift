package import JSON
package import Objects

/// The storage classes of a cluster: who makes volumes for claims, and how.
package struct StorageClasses: Sendable {
  /// Whether its volumes can grow, by the name of each class.
  private let growth: [String: Bool]
  /// Whether claims that name no class get one.
  private let hasDefault: Bool

  /// What a LIST of them has answered.
  package init(_ objects: [JSON]) {
    growth = Dictionary(
      objects.map { ($0.metadata.name ?? "", $0["allowVolumeExpansion"] == true) },
      uniquingKeysWith: { $1 },
    )
    hasDefault = objects.contains { object in
      Self.marks.contains { object.metadata.annotation($0) == "true" }
    }
  }

  /// Kubernetes still honours the older one.
  private static let marks = [
    "storageclass.kubernetes.io/is-default-class",
    "storageclass.beta.kubernetes.io/is-default-class",
  ]

  /// Whether volumes of a class can grow; those of one that is not there cannot.
  func letsGrow(_ name: String) -> Bool { growth[name] ?? false }

  /// Whether nobody makes a volume for a claim; nil is the class of one that names none.
  ///
  /// The empty name stands for volumes that somebody makes by hand.
  fileprivate func lack(_ name: String?) -> Bool {
    guard let name else { return !hasDefault }
    return !name.isEmpty && growth[name] == nil
  }
}

extension LiveState {
  /// The storage classes that a workload's new volume claims ask for and its cluster does not have.
  ///
  /// It is something to be told, no obstacle: volumes that somebody makes by hand may bear the name of a
  /// class that is not there. Nothing is said where all volumes are there already.
  package func missingClasses(for manifest: Manifest) -> [Note] {
    guard let classes = snapshot(of: manifest.reference.cluster)?.storageClasses,
      !hasVolumes(manifest)
    else { return [] }
    let named = manifest.claimSpecs.map { $0["storageClassName"]?.stringValue }
    let missing = named.filter(classes.lack)
    return Set(missing).sorted { $0 ?? "" < $1 ?? "" }.map(Note.lacksStorageClass)
  }

  /// Whether it runs with as many pods as it shall have, so that it needs no further volume.
  private func hasVolumes(_ manifest: Manifest) -> Bool {
    guard let live = self[manifest.reference],
      Readiness.of(live, kind: manifest.reference.kind).isReady
    else { return false }
    let (now, then) = (Manifest(manifest.reference, live), manifest)
    return now.pods >= then.pods && now.claimSpecs.count >= then.claimSpecs.count
  }
}

extension Manifest {
  /// Whether the cluster makes volumes for it.
  package var asksForVolumes: Bool { !claimSpecs.isEmpty }

  /// The `spec` of each volume claim that it is, or that its pods get.
  fileprivate var claimSpecs: [JSON] {
    let spec = body["spec"]
    if reference.kind == .persistentVolumeClaim { return [spec].compactMap(\.self) }
    let volumes = spec?["template"]?["spec"]?["volumes"]?.arrayValue ?? []
    let templates =
      [spec?["storage"]?["volumeClaimTemplate"]]
      + (spec?["volumeClaimTemplates"]?.arrayValue ?? [])
      + volumes.map { $0["ephemeral"]?["volumeClaimTemplate"] }
    return templates.compactMap { $0?["spec"] }
  }

  /// How many pods it has, each of which gets volumes of its own.
  fileprivate var pods: Int64 { body["spec"]?["replicas"]?.integerValue ?? 1 }
}
