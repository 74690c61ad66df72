import Diagnostics
import Facts
import Fleet
import Text

extension ClusterProblem {
  /// The diagnostic, still without its place and severity.
  var words: Diagnostic {
    switch self {
    case .nameTaken(let name, let owner):
      Diagnostic(
        .error,
        "name used twice",
        detail: "`\(name)` is already the name of \(owner.words).",
      )
    case .contextTaken(let context, let owner):
      Diagnostic(
        .error,
        "context used twice",
        detail: "The context `\(context)` already belongs to \(owner.words): \(Self.bothOwn)",
        remedy: owner == .hub ? Self.monitoredHub : nil,
      )
    case .serverTaken(let server, let owner):
      Diagnostic(
        .error,
        "server used twice",
        detail: "The server `\(server)` already belongs to \(owner.words): \(Self.bothOwn)",
        remedy: owner == .hub ? Self.monitoredHub : nil,
      )
    case .labelsTaken(let cluster, let other, let labels):
      Diagnostic(
        .error,
        "external labels used twice",
        detail: """
          `\(cluster)` and `\(other)` both have \(Self.text(labels)): their series could not be told \
          apart.
          """,
        remedy: "Leave `cluster` out of `externalLabels`; it is the cluster's name then.",
      )
    case .none:
      Diagnostic(
        .error,
        "no clusters",
        detail: "A fleet without clusters would be removed from all that it had.",
        remedy: "Name the clusters under `clusters`; to remove the fleet, run `fedctl teardown`.",
      )
    case .monitorNameTaken(let name):
      Diagnostic(
        .error,
        "name used twice",
        detail: "Two monitors of one kind of one cluster are called `\(name)`.",
      )
    case .jobNameTaken(let name):
      Diagnostic(
        .error,
        "name used twice",
        detail: "Two scrape jobs of one cluster are called `\(name)`.",
        remedy: "Choose another name, or name all targets in one job.",
      )
    case .unknownGroup(let name, let known):
      Diagnostic(
        .error,
        "unknown group",
        detail: "The file has no group `\(name)`.",
        remedy: Suggestion.nearest(to: name, among: known).map { "Did you mean `\($0)`?" }
          ?? (known.isEmpty
            ? "Name it under `groups` at the top of the file." : "Use \(Sentence.or(known))."),
      )
    case .emptyGroup(let name):
      Diagnostic(
        .warning,
        "group without clusters",
        detail: "No cluster names `\(name)` under its `groups`, so that its settings are nobody's.",
        remedy: "Add it to the `groups` of the clusters that it is for, or take it out.",
      )
    case .unlikeHub(let key, let hub):
      Diagnostic(
        .error,
        "not as the hub has it",
        detail: "The cluster says `onHub: true`, and its `\(key)` is another than the hub's.",
        remedy: hub.map { "Write `\(key): \($0)`, or take `onHub` out." }
          ?? "Let both have the same, or take `\(key)` out of the cluster.",
      )
    case .hubInMaintenance:
      Diagnostic(
        .error,
        "maintenance of the hub",
        detail: "The cluster says `onHub: true`, and without the hub nothing is done anywhere.",
        remedy:
          "Take `maintenance` out; to go on monitoring the others alone, take the cluster out.",
      )
    }
  }

  private static let bothOwn = "both would own the same objects there."
  private static let monitoredHub = "For a hub that is monitored itself, write `onHub: true`."

  /// As the file could have it.
  private static func text(_ labels: [ExternalLabel]) -> String {
    "{\(labels.map { "\($0.name)=\"\($0.value)\"" }.joined(separator: ", "))}"
  }
}

extension ClusterProblem.Owner {
  /// Who has it already.
  fileprivate var words: String {
    switch self {
    case .hub: "the hub"
    case .cluster(let line, let file): "the cluster in \(lineWords(line, of: file))"
    }
  }
}

extension PlatformProblem {
  /// The diagnostic, still without its place and severity.
  var words: Diagnostic {
    Diagnostic(.error, "key of another platform", detail: detail, remedy: remedy)
  }

  /// What is there, and why it cannot stay.
  private var detail: String {
    switch self {
    case .openshiftVersion(let cluster):
      "Cluster `\(cluster)` is no OpenShift, so it has no `openshiftVersion`."
    case .federation(let cluster):
      """
      Cluster `\(cluster)` is no OpenShift, and has no platform's Prometheus to take series from.
      """
    case .platformRemoteWrite:
      "Only OpenShift has a Prometheus of its own, or an operator for one, that could write to the hub."
    }
  }

  /// What to write instead.
  private var remedy: String {
    switch self {
    case .openshiftVersion: "Name it only in the clusters that are."
    case .federation:
      "Write `platformSeries: {match: []}` there; its Prometheus asks the nodes itself."
    case .platformRemoteWrite: "Use `mode: operator`."
    }
  }
}

extension FederateProblem {
  /// The diagnostic, still without its place and severity.
  var words: Diagnostic {
    switch self {
    case .everything(let selector):
      Diagnostic(
        .error,
        "federates everything",
        detail: "`\(selector)` selects every series of the cluster.",
        remedy: "Name the metrics that the hub needs, as in `{__name__=~\"cluster:.*\"}`.",
      )
    }
  }
}

extension SidecarProblem {
  /// The diagnostic, still without its place and severity.
  var words: Diagnostic {
    switch self {
    case .noWayIn:
      Diagnostic(
        .error,
        "no way in",
        detail: Self.ways,
        remedy: "Add one of the two, here or under `defaults`.",
      )
    case .twoWaysIn:
      Diagnostic(
        .error,
        "two ways in",
        detail: Self.ways,
        remedy: "Keep one of the two; what stands under `defaults` counts for every cluster.",
      )
    case .ingressLacks(let key, let controller):
      Diagnostic(
        .error,
        "missing key",
        detail: "An ingress of class `\(controller)` needs `\(key)`.",
      )
    case .ingressIgnores(let key, let controller):
      Diagnostic(
        .error,
        "invalid value",
        detail: "`\(key)` has no meaning for an ingress of class `\(controller)`.",
        remedy: "Leave it out, or change `class`.",
      )
    case .hostTaken(let host, let cluster, let other):
      Diagnostic(
        .error,
        "host used twice",
        detail:
          "`\(cluster)` and `\(other)` both have `\(host)`: the hub would reach but one of them.",
        remedy: "Give each cluster's ingress a host of its own.",
      )
    }
  }

  private static let ways =
    "The hub asks a cluster's sidecar through its `ingress` or its `loadBalancer`."
}

extension ExposureProblem {
  /// The diagnostic, still without its place and severity.
  var words: Diagnostic {
    Diagnostic(.error, "open to the internet", detail: detail, remedy: remedy)
  }

  /// What is there, and why it cannot stay.
  private var detail: String {
    switch self {
    case .open:
      "With `internal: false` and no `loadBalancerSourceRanges`, everybody may query this Prometheus."
    case .maybeOpen:
      """
      Whether nginx is on the internet is not for this file to say: with no `loadBalancerSourceRanges`, \
      everybody might query this Prometheus.
      """
    case .everybody(let range): "`\(range)` lets everybody query this Prometheus."
    case .hub:
      """
      The hub's load balancer is on the internet for everybody: nothing but the clusters' tokens or certificates keeps \
      others from writing.
      """
    }
  }

  /// What to write instead.
  private var remedy: String {
    switch self {
    case .open:
      "Name the networks of the hub in `loadBalancerSourceRanges`, or leave `internal` out."
    case .maybeOpen: "Name the networks of the hub in `loadBalancerSourceRanges`."
    case .everybody: "Name the networks of the hub."
    case .hub:
      "Name the networks of the clusters in `loadBalancerSourceRanges`, or leave `internal` out."
    }
  }
}

extension CollectorProblem {
  /// The diagnostic, still without its place and severity.
  var words: Diagnostic {
    switch self {
    case .imageMissing:
      Diagnostic(
        .error,
        "missing key",
        detail: "The collector of this cluster has no `image`.",
        remedy: "Name one of metrics-collector, of release 2.12 or later, in `defaults.collector`.",
      )
    case .tokenWithoutTLS(let url):
      Diagnostic(
        .error,
        "invalid value",
        detail: "`\(url)` has no TLS, and the collector shows it a token.",
        remedy: "Write it as `https://prometheus.example.com:9091`.",
      )
    case .nameTooLong(let name, let limit):
      Diagnostic(
        .error,
        "name too long",
        detail:
          "`\(name)` has \(name.utf8.count) characters, and certificates take names of up to \(limit).",
      )
    }
  }
}
