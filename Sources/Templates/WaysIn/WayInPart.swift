import Fleet

/// The part behind the way in, and what it does with what comes.
extension HubSite {
  /// The part that takes requests: the router where there is one.
  var wayInPart: Part { design.receive.router == nil ? .receive : .receiveRouter }

  /// Whether this part is the one behind the way in.
  func isWayIn(_ part: Part) -> Bool { part == wayInPart }

  /// The part that deals series out to receive's pods; nil where there is one pod, which keeps all.
  var dealer: Part? {
    design.receive.router == nil && design.receive.component.replicas == 1 ? nil : wayInPart
  }

  /// What the part that takes requests is told beside where to listen.
  func wayInArguments(of part: Part) -> [String] {
    guard isWayIn(part) else { return [] }
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
