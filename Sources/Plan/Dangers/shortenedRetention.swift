import JSON
import Objects
import Text

/// How far apart the samples are that the bucket keeps, as the compactor's arguments name it.
package enum BucketResolution: String, Hashable, Sendable, CaseIterable {
  case raw
  case fiveMinutes = "5m"
  case oneHour = "1h"
}

extension ChangePlan {
  /// What a compactor deletes from the bucket that it has kept so far, finest first.
  var shortenedRetention: [Danger] {
    changes.filter { $0.action == .update || $0.action == .replace || $0.action == .adopt }
      .flatMap(\.shortenedRetention)
  }
}

extension Change {
  fileprivate var shortenedRetention: [Danger] {
    guard let before = live?.compactorArguments, let after = desired?.body.compactorArguments
    else { return [] }
    return BucketResolution.allCases.compactMap { resolution in
      let flag = "--retention.resolution-\(resolution.rawValue)="
      guard let new = after.value(of: flag), let end = new.limit else { return nil }
      let old = before.value(of: flag)
      if let former = old?.limit, former <= end { return nil }
      return .shortensRetention(
        resolution,
        from: old.flatMap { $0.limit == nil ? nil : $0 },
        to: new,
      )
    }
  }
}

extension JSON {
  /// The arguments of the container that runs Thanos' compactor; nil where there is none.
  fileprivate var compactorArguments: [String]? {
    argumentsOfContainers.first { $0.first == "compact" }
  }

  /// What the containers of a workload's pods are told to run first, as Thanos' `receive`.
  var commands: [String] { argumentsOfContainers.compactMap(\.first) }

  private var argumentsOfContainers: [[String]] {
    let containers = self["spec"]?["template"]?["spec"]?["containers"]?.arrayValue ?? []
    return containers.map { ($0["args"]?.arrayValue ?? []).compactMap(\.stringValue) }
  }
}

extension [String] {
  /// What stands behind a flag; of several the last, as Thanos has it.
  fileprivate func value(of flag: String) -> String? {
    last { $0.begins(with: flag) }.map { String($0.dropFirst(flag.count)) }
  }
}

extension String {
  /// nil where samples stay for ever, or nobody can tell how long.
  fileprivate var limit: PrometheusDuration? {
    PrometheusDuration(self).flatMap { $0.milliseconds > 0 ? $0 : nil }
  }
}
