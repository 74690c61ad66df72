import Fleet

/// The part that takes requests, and what it does with them.
extension HubSite {
  /// The part that takes requests.
  var front: Part { design.receive.router == nil ? .receive : .receiveRouter }

  func isFront(_ part: Part) -> Bool { part == front }

  /// The part that deals series out to receive's pods; nil where there is one pod, which keeps all.
  var dealer: Part? {
    design.receive.router == nil && design.receive.component.replicas == 1 ? nil : front
  }

  /// What the part that takes requests is told beside where to listen.
  func frontArguments(of part: Part) -> [String] {
    guard isFront(part) else { return [] }
    let files = configurationFolder.path
    var arguments: [String] = []
    if dealer != nil {
      arguments += [
        "--receive.hashrings-file=\(files)/\(Self.hashringFile)",
        "--receive.hashrings-algorithm=ketama",
        "--receive.replication-factor=\(design.receive.replicationFactor)",
      ]
    }
    if !design.receive.limits.isUnlimited {
      arguments.append("--receive.limits-config-file=\(files)/\(Self.limitsFile)")
    }
    if design.receive.tenancy == .cluster {
      arguments.append("--receive.tenant-header=\(Self.identityHeader)")
    }
    return arguments
  }

  /// What the proxy says whom a request is from, whatever the request itself says.
  static let identityHeader = "X-Forwarded-User"

  /// The address of one pod, which stays the same as long as there is such a pod.
  func podAddress(_ pod: String) -> String {
    "\(pod).\(ThanosSite.receivePods).\(namespace).svc:10901"
  }
}
