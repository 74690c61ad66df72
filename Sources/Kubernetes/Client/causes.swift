import Facts
import JSON
package import Objects

extension KubernetesClient {
  /// What the cluster knows of the reason why an object is not ready: of its pods, or else of its Events.
  ///
  /// nil where there is nothing to be told, or it may not be read: the object's own words stand then.
  package func cause(of object: ObjectReference) async -> WaitCause? {
    let client = hurried(.seconds(5))
    guard let namespace = object.namespace, let live = try? await client.get(object) else {
      return nil
    }
    if let selector = live.podSelector,
      let pods = try? await client.list(.pod, namespace: namespace, labelSelector: selector)
    {
      let troubles = pods.items.lazy.compactMap { pod in
        pod.podTrouble.map { WaitCause.pod(pod.metadata.name ?? "", $0) }
      }
      if let trouble = troubles.first { return trouble }
      // What a pod cannot mount stands in no status of it, but in what its kubelet complains of.
      let waiting = Set(
        pods.items.filter { $0.condition("Ready")?.isTrue != true }.compactMap(\.metadata.name)
      )
      if !waiting.isEmpty,
        let complaint = await client.complaint(
          about: "Pod",
          in: namespace,
          named: waiting.contains,
        )
      {
        return complaint
      }
    }
    return await client.complaint(about: object, in: namespace)
  }

  /// The newest Event of type Warning about an object.
  private func complaint(about object: ObjectReference, in namespace: String) async -> WaitCause? {
    await complaint(
      about: object.kind.kind,
      "involvedObject.name=\(object.name)",
      in: namespace,
      named: { $0 == object.name },
    )
  }

  /// The newest Event of type Warning about one of the objects of a kind.
  private func complaint(
    about kind: String,
    _ more: String...,
    in namespace: String,
    named isMeant: (String) -> Bool,
  ) async -> WaitCause? {
    let fields = ["involvedObject.kind=\(kind)", "type=Warning"] + more
    let events = try? await list(
      .event,
      namespace: namespace,
      fieldSelector: fields.joined(separator: ","),
    )
    let meant = (events?.items ?? []).filter {
      isMeant($0["involvedObject"]?["name"]?.stringValue ?? "")
    }
    // Times of one form are in the order of their texts.
    let newest = meant.max { $0.lastSeen < $1.lastSeen }
    return newest.map { .event(Explanation(telling: $0)) }
  }
}

extension JSON {
  /// The labels of a workload's pods as a selector; nil for what has no pods.
  fileprivate var podSelector: String? {
    if self["kind"] == "Prometheus" {
      return metadata.name.map { "operator.prometheus.io/name=\($0)" }
    }
    guard case .object(let labels)? = self["spec"]?["selector"]?["matchLabels"] else { return nil }
    return labels.map { "\($0.key)=\($0.value.stringValue ?? "")" }.joined(separator: ",")
  }

  /// When an Event happened last; newer ones tell it in `series` or `eventTime`.
  fileprivate var lastSeen: String {
    self["series"]?["lastObservedTime"]?.stringValue ?? self["lastTimestamp"]?.stringValue
      ?? self["eventTime"]?.stringValue ?? ""
  }
}
