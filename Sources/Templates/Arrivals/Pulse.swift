import Fleet

/// The series by which it is told when a cluster last wrote: `up` of a Prometheus' scrape of itself.
///
/// Each has one, as often as it scrapes. Those of all targets would say the same, at many times the cost.
struct Pulse: Hashable, Sendable {
  /// What such a scrape is called; empty where nobody knows, and `up` of every target has to do.
  let jobs: [String]

  /// - `matchers`: of whose it is.
  func series(_ matchers: String) -> String {
    jobs.isEmpty
      ? "up{\(matchers)}" : "up{\(matchers),job=~\"\(jobs.joined(separator: "|"))\"}"
  }
}

extension Fleet {
  /// Of what a collector reads, only OpenShift's calls itself by a name that is known.
  var pulse: Pulse {
    let platforms = "prometheus-k8s"
    guard topology == .collector else {
      return Pulse(jobs: [Part.prometheus.name, "prometheus", "prometheus-self", platforms])
    }
    let isKnown = clusters.filter(\.writesToHub).allSatisfy { $0.platform == .openshift }
    return Pulse(jobs: isKnown ? [platforms] : [])
  }
}
