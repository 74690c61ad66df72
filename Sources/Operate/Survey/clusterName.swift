extension String {
  /// What a context's cluster is called in a fleet: a name that Kubernetes takes, at most 53 characters long.
  ///
  /// Clouds and `oc login` put account, region, project, port and user into a context's name; the cluster's own
  /// is the last part of an ARN or a path, the fourth of GKE's, and the host without `api-` of `oc`'s.
  var clusterName: String {
    var name = self[...]
    if name.hasPrefix("arn:"), let last = name.split(separator: "/").last {
      name = last
    } else if name.hasPrefix("gke_") {
      let parts = name.split(separator: "_", maxSplits: 3)
      if parts.count == 4 { name = parts[3] }
    } else {
      let parts = name.split(separator: "/", omittingEmptySubsequences: false)
      if parts.count == 3, parts[1].contains(":") { name = parts[1] }
    }
    if let colon = name.lastIndex(of: ":") { name = name[..<colon] }
    if name.hasPrefix("api-") { name = name.dropFirst(4) }
    let safe = name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    let trimmed = String(safe).split(separator: "-").joined(separator: "-").prefix(53)
    let result = trimmed.hasSuffix("-") ? trimmed.dropLast() : trimmed
    return result.isEmpty ? "cluster" : String(result)
  }
}

extension Sequence<String> {
  /// The same names, each but the first of its kind with a number behind it.
  var madeUnique: [String] {
    var taken: Set<String> = []
    return map { name in
      var result = name
      var number = 2
      while !taken.insert(result).inserted {
        result = "\(name.prefix(49))-\(number)"
        number += 1
      }
      return result
    }
  }
}
