/// A way in from outside, as far as it matters who may use it.
struct WayIn {
  let key: String
  let ranges: [String]
  /// Whether somebody else has made the load balancer, for others too.
  let isShared: Bool
  let mayBeOnInternet: Bool

  /// Ranges that leave nobody out.
  var openRanges: [String] { ranges.filter { $0.hasSuffix("/0") } }

  /// Every load balancer of a cluster, and what guards it.
  static func all(of cluster: Section) -> [WayIn] {
    ["loadBalancer", "ingress"].compactMap { key in
      cluster.optionalSection(key).flatMap { WayIn($0, key) }
    }
  }

  /// nil for a part that does not fit the table of keys.
  private init?(_ section: Section, _ key: String) {
    guard let isInternal = try? section.flag("internal"),
      let ranges = try? section.texts("loadBalancerSourceRanges")
    else { return nil }
    self.key = key
    self.ranges = ranges
    isShared = key == "ingress" && section.optionalText("class") == "nginx"
    mayBeOnInternet = isShared || !isInternal
  }
}
