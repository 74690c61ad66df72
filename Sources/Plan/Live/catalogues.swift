import JSON
package import Objects

/// What the catalogues of a cluster offer, as OLM's package server tells it: an operator that is not there
/// would never be installed, and OLM itself says so nowhere but in a condition.
extension Manifest {
  /// The package that a Subscription asks for, in the namespace of its catalogue; nil for other kinds.
  package var package: ObjectReference? {
    guard reference.kind == .subscription, let name = body["spec"]?["name"]?.stringValue,
      let namespace = body["spec"]?["sourceNamespace"]?.stringValue
    else { return nil }
    return ObjectReference(
      cluster: reference.cluster,
      .packageManifest,
      namespace: namespace,
      name: name,
    )
  }
}

extension LiveState {
  /// What the catalogue lacks of what a Subscription asks for; nil where it lacks nothing, or does not tell.
  package func catalogueGap(for manifest: Manifest) -> CatalogueGap? {
    guard let package = manifest.package, let snapshot = snapshot(of: package.cluster),
      !snapshot.notServed.contains(.packageManifest),
      unreadable(package) == nil
    else { return nil }
    let wanted = SubscribedVersion(manifest.body["spec"] ?? [:])
    guard let offered = snapshot.objects[package] else {
      return .package(package.name, source: wanted.source)
    }
    return wanted.gap(in: offered["status"] ?? [:])
  }
}

/// What a Subscription's spec asks for.
private struct SubscribedVersion {
  let source: String
  let channel: String
  let version: String

  init(_ spec: JSON) {
    source = spec["source"]?.stringValue ?? ""
    channel = spec["channel"]?.stringValue ?? ""
    version = spec["startingCSV"]?.stringValue ?? ""
  }

  /// What a PackageManifest's status lacks of it.
  ///
  /// Package servers of older releases tell of each channel the newest version alone: others may be there, then.
  func gap(in offered: JSON) -> CatalogueGap? {
    if let there = offered["catalogSource"]?.stringValue, there != source {
      return .source(source, there: there)
    }
    let channels = offered["channels"]?.arrayValue ?? []
    guard let found = channels.first(where: { $0["name"]?.stringValue == channel }) else {
      return .channel(channel, there: channels.compactMap { $0["name"]?.stringValue })
    }
    let entries = (found["entries"]?.arrayValue ?? []).compactMap { $0["name"]?.stringValue }
    guard !entries.isEmpty, !entries.contains(version) else { return nil }
    return .version(version, there: entries)
  }
}
