package import JSON

/// Why a pod does not do its work, as far as it tells.
package enum PodTrouble: Hashable, Sendable {
  /// No node takes it: in the scheduler's words.
  case unscheduled(Explanation)
  /// The container of this name waits, as for an image that cannot be had.
  case waiting(container: String, Explanation)
  /// The container of this name has ended with a status, and is started again and again.
  case ended(container: String, status: Int64, Explanation)
  /// It was put out, or has failed as a whole.
  case failed(Explanation)
}

extension JSON {
  /// What keeps a live pod from its work; nil where it does not tell, or there is nothing.
  ///
  /// The first container in the order of their start is the cause: those behind it wait for it.
  package var podTrouble: PodTrouble? {
    if let scheduled = condition("PodScheduled"), scheduled.isFalse {
      return .unscheduled(scheduled.explanation)
    }
    let status = self["status"]
    if status?["phase"] == "Failed" {
      return .failed(Explanation(telling: status ?? [:]))
    }
    let containers = ["initContainerStatuses", "containerStatuses"].flatMap {
      status?[$0]?.arrayValue ?? []
    }
    return containers.lazy.compactMap(\.containerTrouble).first
  }

  /// The same of one container's status.
  private var containerTrouble: PodTrouble? {
    let name = self["name"]?.stringValue ?? ""
    let ended = self["state"]?["terminated"] ?? self["lastState"]?["terminated"]
    if let waiting = self["state"]?["waiting"] {
      let explanation = Explanation(telling: waiting)
      // The kubelet says only that it waits before the next start; why, the last end tells.
      if explanation.reason == "CrashLoopBackOff", let ended { return .ended(name, ended) }
      return ["PodInitializing", "ContainerCreating"].contains(explanation.reason)
        ? nil : .waiting(container: name, explanation)
    }
    guard let ended, ended["exitCode"] != 0, self["ready"] != true else { return nil }
    return .ended(name, ended)
  }
}

extension PodTrouble {
  /// From a `terminated` state of a container.
  fileprivate static func ended(_ container: String, _ state: JSON) -> PodTrouble {
    .ended(
      container: container,
      status: state["exitCode"]?.integerValue ?? 0,
      Explanation(telling: state),
    )
  }
}

extension Explanation {
  /// From the `reason` and `message` beside each other, as many parts of the API have them.
  package init(telling part: JSON) {
    self.init(
      reason: part["reason"]?.stringValue ?? "",
      message: part["message"]?.stringValue ?? "",
    )
  }
}
