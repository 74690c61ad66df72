import FoundationEssentials

/// Which Service of which clusters leads to which real process: `hub/thanos/thanos-querier:http=http://127.0.0.1:9090`.
struct ProxyRule: Hashable, Sendable {
  /// The cluster's context; nil for all.
  let context: String?
  /// The Service's.
  let namespace: String
  /// The Service's.
  let service: String
  /// The name or number of the Service's port; nil for any.
  let port: String?
  /// Where the process listens.
  let process: LocalProcess

  /// The text is no rule; the sentence says why.
  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  /// Reads `[CONTEXT/]NAMESPACE/SERVICE[:PORT]=URL`.
  init(_ text: String) throws(Unreadable) {
    let sides = text.split(separator: "=", maxSplits: 1).map { String($0) }
    let place = (sides.first ?? "").split(separator: "/", omittingEmptySubsequences: false)
      .map { String($0) }
    guard sides.count == 2, (2...3).contains(place.count), place.allSatisfy({ !$0.isEmpty }),
      let last = place.last
    else {
      throw Unreadable(description: "'\(text)' is not [CONTEXT/]NAMESPACE/SERVICE[:PORT]=URL")
    }
    guard let process = LocalProcess(url: sides[1]) else {
      throw Unreadable(
        description: "'\(sides[1])' is not http://127.0.0.1:PORT: only this machine is asked"
      )
    }
    context = place.count == 3 ? place[0] : nil
    namespace = place[place.count - 2]
    let name = last.split(separator: ":", maxSplits: 1).map { String($0) }
    service = name.first ?? ""
    port = name.count > 1 ? name[1] : nil
    self.process = process
  }

  /// Whether it is about what a request names.
  func matches(_ question: ProxyQuestion, in context: String) -> Bool {
    (self.context ?? context) == context && namespace == question.namespace
      && service == question.service
      && (port == nil || question.ports.contains(port ?? ""))
  }
}

/// A process on this machine that speaks HTTP.
struct LocalProcess: Hashable, Sendable {
  /// On 127.0.0.1.
  let port: UInt16
  /// What stands before every path; without a slash at its end.
  let root: String

  /// Reads `http://127.0.0.1:PORT[/PATH]`, with `localhost` as good; nil for anything else, so that a sandbox
  /// is no way to other machines.
  init?(url: String) {
    guard
      let match = url.wholeMatch(of: /http:\/\/(?:127\.0\.0\.1|localhost):([0-9]{1,5})(\/\S*)?/),
      let port = UInt16(match.1), port > 0
    else { return nil }
    self.port = port
    let path = String(match.2 ?? "")
    root = path.hasSuffix("/") ? String(path.dropLast()) : path
  }
}
